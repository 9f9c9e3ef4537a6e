import print from 'astro/logger/node';

type Event = Parameters<ReturnType<typeof print>['write']>[0];

/** What the making of pages has warned of since the log was opened; undefined where Astro has not opened it. */
export let warnings: string[] | undefined;

/** The log that Astro is told to write to: as its own, but a warning is kept, since it stops the build. */
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
