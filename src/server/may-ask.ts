import type { Role } from '../domain/account.ts';
import type { Route } from './route.ts';

const READS = ['get', 'head'];

/**
 * Whether a role may make a request: as its route says; where none says anything, analysts may ask everything, readers what
 * changes nothing, and coders nothing. What is no request of the interface is part of the page, which all may have.
 */
export function mayAsk(
  role: Role,
  request: { readonly method: string; readonly path: string },
  routes: readonly Route[],
): boolean {
  if (!request.path.startsWith('/api/')) return true;
  const method = request.method.toLowerCase();
  const route = routes.find((one) => one.method === method && patternOf(one.path).test(request.path));
  if (route?.roles !== undefined) return route.roles.includes(role);
  return role === 'analyst' || (role === 'reader' && READS.includes(method));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
}
