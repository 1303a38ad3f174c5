/**
 * Loads something when it is first asked for, and only once; what failed is asked for again the next time.
 * @param failed told of each failure, which the promise also carries
 */
export function lazily<T>(load: () => Promise<T>, failed: (error: unknown) => void): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (loading) return loading;
    const started = load();
    loading = started;
    started.catch((error: unknown) => {
      failed(error);
      loading = undefined;
    });
    return started;
  };
}
