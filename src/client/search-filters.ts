import type { Match, SearchSource } from '../search/search-source.ts';
import { element } from './element.ts';
import type { BoxConfig } from './search-config.ts';

const facets = ['kind', 'verdict', 'chapter', 'caseKind', 'actor'] as const;
type Facet = (typeof facets)[number];

/** The choices by which results can be narrowed, each with how many it leaves. */
export class SearchFilters {
  readonly form = element('div', { className: 'filters' });
  #chosen = new Map<Facet, string>();
  #config: BoxConfig;
  #changed: () => void;

  constructor(config: BoxConfig, changed: () => void) {
    this.#config = config;
    this.#changed = changed;
  }

  clear(): void {
    this.#chosen.clear();
  }

  get isSet(): boolean {
    return this.#chosen.size > 0;
  }

  pass(match: Match, except?: Facet): boolean {
    return facets.every((facet) => {
      const wanted = facet === except ? undefined : this.#chosen.get(facet);
      return wanted === undefined || valuesOf(match, facet).includes(wanted);
    });
  }

  show(matches: Match[], { names }: SearchSource): void {
    const had = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : undefined;
    this.form.replaceChildren(
      ...facets.flatMap((facet) => {
        const counts = new Map<string, number>();
        for (const match of matches)
          if (this.pass(match, facet))
            for (const value of valuesOf(match, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
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
}

function valuesOf({ record }: Match, facet: Facet): string[] {
  if (!record) return [];
  switch (facet) {
    case 'kind':
      return [record.kind];
    case 'verdict':
      return record.verdict === undefined ? [] : [record.verdict];
    case 'chapter':
      return record.chapter === undefined ? [] : [record.chapter];
    case 'caseKind':
      return record.caseKinds ?? [];
    case 'actor':
      return record.actors ?? [];
  }
}
