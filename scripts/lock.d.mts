// The types of lock.mjs, which has to be plain JavaScript.
export function processName(pid?: number): string | undefined;
export function isRunning(name: string): boolean;
export function withLock<T>(file: string, work: () => Promise<T>, waiting?: () => void): Promise<T>;
export function noteUse(folder: string): () => void;
export function isUsedByOthers(folder: string): boolean;
