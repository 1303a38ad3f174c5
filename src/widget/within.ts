/** Waits for something no longer than so many milliseconds. @throws Error (as a rejection) if it has not come by then */
export function within<T>(ms: number, coming: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nothing came within ${ms} ms.`)), ms);
    void coming.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
