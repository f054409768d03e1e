// Prints an access token for each user id in standard input, signed with JWT_SECRET and valid for one day.
import { createHmac } from 'node:crypto';
import { createInterface } from 'node:readline';

const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
const now = Math.floor(Date.now() / 1000);

for await (const sub of createInterface({ input: process.stdin })) {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub, iat: now, exp: now + 86_400 })}`;
  console.log(`${signed}.${createHmac('sha256', process.env.JWT_SECRET).update(signed).digest('base64url')}`);
}
