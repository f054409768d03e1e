// Calls every operation of all documents, and checks the status of each response.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import createClient, { type Middleware } from "openapi-fetch";
import type { paths as BusinessPaths } from "./generated/business.js";
import { ActivityType, type paths as CatalogPaths } from "./generated/catalog.js";
import { NotificationChannel as ClientChannel, type paths, PushPlatform } from "./generated/client.js";
import { NotificationChannel, type paths as SenderPaths } from "./generated/sender.js";
import { ApiScope, MemberRole, type paths as AdminPaths } from "./generated/super-admin.js";

const baseUrl = process.env["STAGEDOOR_URL"] ?? "";
const password = "curtain-up-at-eight";
const nextPassword = "the-second-act-begins";
const token = "A".repeat(43);

const called = new Set<string>();
const recorder: Middleware = {
  onRequest({ request, schemaPath }) {
    called.add(`${request.method} ${schemaPath}`);
  },
};
const mobile = createClient<paths>({ baseUrl });
const business = createClient<BusinessPaths, "application/json">({ baseUrl });
const admin = createClient<AdminPaths>({ baseUrl });
const catalog = createClient<CatalogPaths>({ baseUrl });
const sender = createClient<SenderPaths>({ baseUrl });
for (const client of [mobile, business, admin, catalog, sender]) {
  client.use(recorder);
}

const ada = await signIn("ada@example.com", "house-lights-down-please");
const company = randomUUID();
const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
await maintainCatalog();

const email = `${randomUUID()}@example.com`;
const registered = await mobile.POST("/auth/register", {
  body: { email, password, firstName: "Noor", lastName: "Haddad" },
});
assert.ok(registered.data, registered.error?.detail);
const userId = registered.data.user.id;
let headers = bearer(registered.data.accessToken);
await saveFavorites();
await readStatistics();
await administer();
await useEmailLinks();

const session = await mobile.POST("/auth/login", { body: { email, password } });
assert.ok(session.data, session.error?.detail);
const refreshed = await mobile.POST("/auth/refresh", { body: { refreshToken: session.data.refreshToken } });
assert.ok(refreshed.data, refreshed.error?.detail);
headers = bearer(refreshed.data.accessToken);
await useConditionalRequests();
await useAccount();
expect(204, await mobile.POST("/auth/logout", { body: { refreshToken: refreshed.data.refreshToken } }));

assert.deepEqual(operations().filter((operation) => !called.has(operation)), []);

async function maintainCatalog(): Promise<void> {
  const path = (id: string) => ({ headers: ada, params: { path: { id } } });
  const activity = { companyId: company, title: "Talk", type: ActivityType.SERVICE };
  expect(201, await catalog.PUT("/catalog/companies/{id}", { ...path(company), body: { name: "Fringe" } }));
  expect(201, await catalog.PUT("/catalog/activities/{id}", { ...path(first), body: activity }));
  const items = [second, third].map((id) => ({ ...activity, id }));
  expect(200, await catalog.PUT("/catalog/activities", { headers: ada, body: { items } }));
  expect(204, await catalog.DELETE("/catalog/activities/{id}", path(third)));
}

async function saveFavorites(): Promise<void> {
  const path = { params: { path: { activityId: first } } };
  expect(200, await mobile.GET("/.well-known/jwks.json"));
  expect(200, await mobile.GET("/activities", { params: { query: { search: "talk" } } }));
  expect(200, await mobile.GET("/activities/{id}", { params: { path: { id: first } } }));
  expect(201, await mobile.POST("/favorites", { headers, body: { activityId: first } }));
  expect(200, await mobile.POST("/favorites/import", { headers, body: { activityIds: [first, second] } }));
  expect(200, await mobile.GET("/favorites", { headers }));
  expect(200, await mobile.GET("/favorites/{activityId}", { headers, ...path }));
  expect(204, await mobile.DELETE("/favorites/{activityId}", { headers, ...path }));
}

async function readStatistics(): Promise<void> {
  const query = { params: { query: { companyId: company } } };
  expect(200, await business.GET("/analytics/favorites", { headers: ada, ...query }));
  expect(200, await business.GET("/analytics/favorites/timeline", { headers: ada, ...query }));
}

async function administer(): Promise<void> {
  const user = { headers: ada, params: { path: { id: userId } } };
  expect(200, await admin.GET("/admin/users", { headers: ada, params: { query: { search: "noor" } } }));
  expect(200, await admin.GET("/admin/users/{id}", user));
  expect(200, await admin.PATCH("/admin/users/{id}", { ...user, body: { isOrganizer: true } }));
  expect(200, await admin.GET("/admin/users/{id}/access", user));

  const member = { headers: ada, params: { path: { companyId: company, userId } } };
  expect(200, await admin.GET("/admin/companies", { headers: ada }));
  const role = { role: MemberRole.ANALYST };
  expect(204, await admin.PUT("/admin/companies/{companyId}/members/{userId}", { ...member, body: role }));
  const companyPath = { headers: ada, params: { path: { companyId: company } } };
  expect(200, await admin.GET("/admin/companies/{companyId}/members", companyPath));
  expect(204, await admin.DELETE("/admin/companies/{companyId}/members/{userId}", member));

  const scopes = [ApiScope.catalog_write];
  const key = await admin.POST("/admin/api-keys", { headers: ada, body: { name: "catalog", scopes } });
  assert.ok(key.data, key.error?.detail);
  expect(200, await admin.GET("/admin/api-keys", { headers: ada }));
  expect(204, await admin.DELETE("/admin/api-keys/{id}", { headers: ada, params: { path: { id: key.data.id } } }));

  await decide();
  await maintainCategories();
  expect(200, await admin.GET("/admin/stats", { headers: ada }));
  expect(200, await admin.GET("/admin/audit-events", { headers: ada, params: { query: { userId } } }));
  expect(204, await admin.POST("/admin/users/{id}/sessions/end", user));
}

async function decide(): Promise<void> {
  const scopes = [ApiScope.notifications_decide, ApiScope.notifications_deliver];
  const key = await admin.POST("/admin/api-keys", { headers: ada, body: { name: "sender", scopes } });
  assert.ok(key.data, key.error?.detail);
  const service = { headers: { "X-API-Key": key.data.key } };
  const body = { category: "security", channels: [NotificationChannel.EMAIL], userIds: [userId] };
  expect(200, await sender.POST("/notifications/decisions", { ...service, body }));
  expect(200, await sender.GET("/notifications/categories", service));
  expect(204, await sender.POST("/notifications/invalid-push-tokens", { ...service, body: { tokens: ["unknown"] } }));
  expect(204, await admin.DELETE("/admin/api-keys/{id}", { headers: ada, params: { path: { id: key.data.id } } }));
}

async function maintainCategories(): Promise<void> {
  const path = { headers: ada, params: { path: { key: `tests-${Date.now()}` } } };
  const body = {
    name: { en: "News", de: "Neues" },
    description: { en: "News of the house", de: "Neues aus dem Haus" },
    mandatory: false,
    defaults: { push: true, email: false },
    position: 100,
  };
  expect(201, await admin.PUT("/admin/notification-categories/{key}", { ...path, body }));
  expect(200, await admin.GET("/admin/notification-categories/{key}", path));
  expect(200, await admin.GET("/admin/notification-categories", { headers: ada }));
  expect(204, await admin.DELETE("/admin/notification-categories/{key}", path));
}

async function useEmailLinks(): Promise<void> {
  expect(202, await mobile.POST("/auth/password/forgot", { body: { email } }));
  expect(400, await mobile.POST("/auth/email/verify", { body: { token } }));
  expect(400, await mobile.POST("/auth/account/restore", { body: { token } }));
  expect(400, await mobile.POST("/auth/password/reset", { body: { token, password } }));
  expect(401, await mobile.POST("/auth/email/verification", { headers }));
}

async function useConditionalRequests(): Promise<void> {
  const current = await mobile.GET("/me", { headers });
  const etag = current.response.headers.get("ETag");
  assert.ok(etag);
  expect(304, await mobile.GET("/me", { headers, params: { header: { "If-None-Match": etag } } }));
  const match = { header: { "If-Match": etag } };
  const changed = await mobile.PATCH("/me", {
    headers,
    params: match,
    body: { settings: { theme: "dark", sound: null } },
  });
  assert.deepEqual(changed.data?.settings, { theme: "dark" });
  const stale = await mobile.PATCH("/me", { headers, params: match, body: { firstName: "Nora" } });
  expect(412, stale);
  assert.equal(stale.error?.code, "precondition-failed");
}

async function useAccount(): Promise<void> {
  const anyId = { params: { path: { id: randomUUID() } } };
  const frameworks = ["Compose", { name: "SwiftUI", since: null }];
  expect(200, await mobile.PUT("/me/background", { headers, body: { frameworks } }));
  expect(200, await mobile.GET("/me/background", { headers }));
  expect(204, await mobile.DELETE("/me/background", { headers }));
  expect(200, await mobile.GET("/me/notification-preferences", { headers }));
  expect(200, await mobile.PATCH("/me/notification-preferences", { headers, body: { emailEnabled: true } }));
  await usePush();
  expect(200, await mobile.GET("/me/identities", { headers }));
  expect(404, await mobile.DELETE("/me/identities/{id}", { headers, ...anyId }));
  expect(400, await mobile.POST("/me/better-auth", { headers, body: { token: "token", password } }));
  expect(200, await mobile.GET("/me/sessions", { headers }));
  expect(404, await mobile.DELETE("/me/sessions/{id}", { headers, ...anyId }));
  expect(204, await mobile.DELETE("/me/sessions", { headers }));
  const passwords = { currentPassword: password, newPassword: nextPassword };
  expect(204, await mobile.PUT("/me/password", { headers, body: passwords }));
  expect(200, await mobile.GET("/me/export", { headers }));
  expect(200, await mobile.POST("/me/export", { headers, body: { password: nextPassword } }));
  expect(200, await mobile.POST("/me/deletion", { headers, body: { password: nextPassword } }));
}

async function usePush(): Promise<void> {
  const installation = { headers, params: { path: { installationId: "phone-1" } } };
  const decision = { query: { category: "offers", channel: ClientChannel.EMAIL } };
  expect(200, await mobile.GET("/me/notification-preferences/decision", { headers, params: decision }));
  expect(200, await mobile.GET("/me/notification-preferences/history", { headers }));
  const registration = { platform: PushPlatform.IOS, token: randomUUID() };
  expect(201, await mobile.PUT("/me/push-registrations/{installationId}", { ...installation, body: registration }));
  expect(200, await mobile.GET("/me/push-registrations", { headers }));
  expect(204, await mobile.DELETE("/me/push-registrations/{installationId}", installation));
}

function expect(status: number, result: { response: Response; error?: unknown }): void {
  assert.equal(result.response.status, status, `${result.response.url}: ${JSON.stringify(result.error)}`);
}

async function signIn(account: string, secret: string): Promise<{ Authorization: string }> {
  const signedIn = await mobile.POST("/auth/login", { body: { email: account, password: secret } });
  assert.ok(signedIn.data, signedIn.error?.detail);
  return bearer(signedIn.data.accessToken);
}

function bearer(accessToken: string): { Authorization: string } {
  return { Authorization: `Bearer ${accessToken}` };
}

/** Returns the operations of all documents, such as `GET /me`. */
function operations(): string[] {
  return ["client", "business", "super-admin", "catalog", "sender"].flatMap((document) => {
    let path = "";
    return readFileSync(`../../../docs/openapi/${document}.yaml`, "utf8")
      .split("\n")
      .flatMap((line) => {
        path = /^ {2}"?(\/[^":]*)"?:$/.exec(line)?.[1] ?? path;
        const method = /^ {4}(get|put|post|delete|patch):$/.exec(line)?.[1];
        return method === undefined ? [] : [`${method.toUpperCase()} ${path}`];
      });
  });
}
