type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Session storage; where a browser forbids it even to be asked for, one that holds nothing. */
export function sessionStore(): Store {
  try {
    return sessionStorage;
  } catch {
    return { getItem: () => null, setItem: refuse, removeItem: () => undefined };
  }
}

function refuse(): never {
  throw new DOMException('Storage is forbidden.', 'QuotaExceededError');
}
