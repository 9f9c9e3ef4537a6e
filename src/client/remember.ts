// Browsers may forbid storage altogether: then nothing is remembered, but everything else works.

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch (error) {
    console.info(error);
  }
}

export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
