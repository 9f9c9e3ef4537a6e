// Types for the functions that we use of packages without types.

declare module 'fs-native-extensions' {
  /** Locks an open file for this process alone; false if another process holds the lock. */
  export function tryLock(fd: number): boolean;
}
