import print from 'astro/logger/node';

type Event = Parameters<ReturnType<typeof print>['write']>[0];

/** Astro’s warnings since the log was opened; undefined if Astro has not opened it. */
export let warnings: string[] | undefined;

/**
 * The logger that Astro is configured with: it writes like Astro’s own, but collects warnings, which fail the build.
 */
export default function openLog(): { write: (event: Event) => void } {
  const { write } = print();
  const kept: string[] = [];
  warnings = kept;
  return {
    write: (event) => {
      write(event);
      if (event.level === 'warn') kept.push(event.message);
    },
  };
}
