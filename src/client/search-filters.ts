import type { Facets } from '../search/record.ts';
import type { Match, SearchSource } from '../search/source.ts';
import { element } from './element.ts';
import type { BoxConfig } from './search-config.ts';

const facets = ['kind', 'verdict', 'chapter', 'caseKind', 'actor'] as const;
type Facet = (typeof facets)[number];

/** The choices by which results can be narrowed, each with how many it leaves; what they are is fetched for who opens them. */
export class SearchFilters {
  readonly form: HTMLDetailsElement;
  #choices = element('div', { className: 'choices' });
  #chosen = new Map<Facet, string>();
  #facets: Facets | undefined;
  #shown: { matches: Match[]; source: SearchSource } | undefined;
  #config: BoxConfig;
  #changed: () => void;

  constructor(config: BoxConfig, changed: () => void) {
    this.#config = config;
    this.#changed = changed;
    this.form = element(
      'details',
      { className: 'filters', hidden: true },
      element('summary', {}, config.t.narrow),
      this.#choices,
    );
    this.form.addEventListener('toggle', () => void this.#draw());
  }

  clear(): void {
    this.#chosen.clear();
  }

  /** Chooses what an address says, and what is open to be seen. */
  read(said: URLSearchParams): void {
    this.#chosen = new Map(
      facets.flatMap((facet) => {
        const value = said.get(facet);
        return value === null ? [] : [[facet, value]];
      }),
    );
    this.form.open ||= this.#chosen.size > 0;
  }

  /** What is chosen, as an address says it. */
  get said(): [string, string][] {
    return [...this.#chosen];
  }

  /** Fetches by what matches are told apart, where something is chosen. */
  async prepare(source: SearchSource): Promise<void> {
    if (this.#chosen.size > 0) this.#facets = await source.facets();
  }

  pass(match: Match, except?: Facet): boolean {
    return facets.every((facet) => {
      const wanted = facet === except ? undefined : this.#chosen.get(facet);
      return wanted === undefined || this.#valuesOf(match, facet).includes(wanted);
    });
  }

  show(matches: Match[], source?: SearchSource): void {
    this.form.hidden = matches.length < 2;
    this.#shown = source && { matches, source };
    void this.#draw();
  }

  async #draw(): Promise<void> {
    if (!this.form.open || !this.#shown) return;
    const { matches, source } = this.#shown;
    const { names } = (this.#facets = await source.facets());
    const had = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : undefined;
    this.#choices.replaceChildren(
      ...facets.flatMap((facet) => {
        const counts = new Map<string, number>();
        for (const match of matches)
          if (this.pass(match, facet))
            for (const value of this.#valuesOf(match, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
        const chosen = this.#chosen.get(facet);
        if (counts.size < 2 && chosen === undefined) return [];
        const { kinds: kind, verdicts: verdict } = this.#config.t;
        const named: Record<string, string> = { ...names, kind, verdict }[facet];
        const nameOf = (value: string): string => named[value] ?? value;
        const order = Object.keys(named);
        const options = [...counts].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
        return [this.#select(facet, options, nameOf)];
      }),
    );
    if (had !== undefined) this.form.querySelector<HTMLSelectElement>(`select[name=${had}]`)?.focus();
  }

  #select(facet: Facet, options: [string, number][], nameOf: (value: string) => string): HTMLLabelElement {
    const { t } = this.#config;
    const select = element(
      'select',
      { name: facet },
      new Option(t.filters.all, ''),
      ...options.map(([value, count]) => new Option(`${nameOf(value)} (${count})`, value)),
    );
    select.value = this.#chosen.get(facet) ?? '';
    select.addEventListener('change', () => {
      if (select.value === '') this.#chosen.delete(facet);
      else this.#chosen.set(facet, select.value);
      this.#changed();
    });
    return element('label', {}, `${t.filters[facet]} `, select);
  }

  #valuesOf({ lot, place }: Match, facet: Facet): string[] {
    const record = this.#facets?.lots[lot]?.[place];
    if (!record) return [];
    const { kind, verdict, chapter, caseKinds = [], actors = [] } = record;
    const single = { kind, verdict, chapter };
    if (facet === 'caseKind') return caseKinds;
    return facet === 'actor' ? actors : [single[facet] ?? []].flat();
  }
}
