import { z } from 'zod';
import { problemSchema, type Route } from './route.ts';

/** The interface as an OpenAPI 3.1 document, made from the same schemas that check it. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Groundswell workbench',
      version,
      description: 'Named queries on one study, for the page that `groundswell serve` opens on this machine.',
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'groundswell-PORT' } },
      schemas: { Problem: z.toJSONSchema(problemSchema) },
    },
    security: [{ session: [] }],
    paths,
  };
}

function operation({ path, method, summary, body, result, isStream = false }: Route): object {
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const problem = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(method === 'get' ? {} : { requestBody: { required: true, content: json(body, 'input') } }),
    responses: {
      '200': {
        description: 'The answer.',
        content: json(result, 'output', isStream ? 'text/event-stream' : undefined),
      },
      default: { description: 'A problem, with its remedy.', ...problem },
    },
  };
}

function json(schema: z.ZodType, io: 'input' | 'output', type = 'application/json'): object {
  return { [type]: { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) } };
}
