import type * as z from 'zod/mini';

/**
 * Takes what was left under a key, once.
 * @returns undefined if there is none, and for what has not the shape: another script of the origin may have written it
 */
export function takeOnce<Shape extends z.ZodMiniType>(
  store: Pick<Storage, 'getItem' | 'removeItem'>,
  key: string,
  shape: Shape,
): z.infer<Shape> | undefined {
  try {
    const left = store.getItem(key);
    if (left === null) return undefined;
    store.removeItem(key);
    const result = shape.safeParse(JSON.parse(left));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
