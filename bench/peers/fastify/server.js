// The five operations, implemented with Fastify and node-postgres. README.md lists the differences to the service.
import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import pg from 'pg';
import * as schemas from './schemas.js';
import * as statements from './statements.js';

const FOREIGN_KEY_VIOLATION = '23503';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL ?? 20) });
const ask = async (name, ...values) => (await pool.query({ name, text: statements[name], values })).rows;

const app = Fastify();
app.register(jwt, { secret: process.env.JWT_SECRET, verify: { algorithms: ['HS256'] } });
const onRequest = async (request) => {
  await request.jwtVerify();
};

app.get('/me', { onRequest, schema: schemas.me }, async (request, reply) => {
  const [row] = await ask('me', request.user.sub);
  if (!row) return reply.code(401).send({ message: 'There is no such account.' });
  row.createdAt = row.createdAt.toISOString();
  row.updatedAt = row.updatedAt.toISOString();
  return row;
});

app.patch('/me/notification-preferences', { onRequest, schema: schemas.preferences }, async (request) => {
  const { notificationsEnabled = null, pushEnabled = null, emailEnabled = null } = request.body;
  const [row] = await ask('preferences', request.user.sub, notificationsEnabled, pushEnabled, emailEnabled);
  row.effective = {
    push: row.notificationsEnabled && row.pushEnabled,
    email: row.notificationsEnabled && row.emailEnabled,
  };
  row.updatedAt = row.updatedAt.toISOString();
  return row;
});

const favorite = ({ id, activityId, createdAt, title, type, imageUrl, companyId, companyName }) => ({
  id,
  activityId,
  createdAt: createdAt.toISOString(),
  activity: { id: activityId, title, type, imageUrl, company: { id: companyId, name: companyName } },
});

const seal = ({ place, id }) => Buffer.from(`${place}|${id}`).toString('base64url');
const open = (cursor) => /^(\d{1,17})\|([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url'))?.slice(1);

app.get('/favorites', { onRequest, schema: schemas.favorites }, async (request, reply) => {
  const { limit, cursor } = request.query;
  const place = cursor === undefined ? [] : open(cursor);
  if (!place) return reply.code(400).send({ message: 'The cursor is none of this list.' });
  const rows = await ask(cursor === undefined ? 'favorites' : 'favoritesAfter', request.user.sub, limit + 1, ...place);
  const more = rows.length > limit;
  if (more) rows.pop();
  return { items: rows.map(favorite), nextCursor: more ? seal(rows.at(-1)) : null };
});

app.post('/favorites', { onRequest, schema: schemas.save }, async (request, reply) => {
  const key = [request.user.sub, request.body.activityId];
  try {
    const [made] = await ask('save', ...key);
    const row = made ?? (await ask('saved', ...key))[0] ?? { activityId: key[1] };
    row.createdAt = row.createdAt?.toISOString();
    return reply.code(made ? 201 : 200).send(row);
  } catch (failure) {
    if (failure.code !== FOREIGN_KEY_VIOLATION) throw failure;
    return reply.code(404).send({ message: 'There is no such activity.' });
  }
});

app.delete('/favorites/:activityId', { onRequest, schema: schemas.remove }, async (request, reply) => {
  await ask('remove', request.user.sub, request.params.activityId);
  return reply.code(204).send();
});

app.get('/analytics/favorites', { onRequest, schema: schemas.figures }, async (request, reply) => {
  const key = [request.query.companyId, request.user.sub];
  const items = await ask('figures', ...key);
  if (!items.length && !(await ask('member', ...key)).length) {
    return reply.code(403).send({ message: 'This is not your company.' });
  }
  return { items };
});

console.log(await app.listen({ port: Number(process.env.PORT ?? 0), host: '127.0.0.1' }));
