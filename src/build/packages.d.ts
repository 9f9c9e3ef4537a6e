// What we ask of packages that come without types.

declare module 'fs-native-extensions' {
  /** Locks a whole open file for this process alone; false where another process holds it. */
  export function tryLock(fd: number): boolean;
}
