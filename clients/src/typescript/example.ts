// A new user sets preferences, saves activities and reads all pages. The company owner sees them in the statistics.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { paths as BusinessPaths } from "./generated/business.js";
import { ActivityType, type components, type paths } from "./generated/client.js";

const baseUrl = setting("STAGEDOOR_URL");
const mobile = createClient<paths>({ baseUrl });

const owner = await mobile.POST("/auth/login", {
  body: { email: "oscar@example.com", password: "climb-when-you-are-ready" },
});
assert.ok(owner.data, owner.error?.detail);
const dashboard = createClient<BusinessPaths, "application/json">({ baseUrl, headers: bearer(owner.data.accessToken) });
const before = await favoritesCount();
const companyId = owner.data.user.companies[0]?.id;
assert.ok(companyId);
const activities = await mobile.GET("/activities", { params: { query: { companyId, limit: 5 } } });
assert.ok(activities.data, activities.error?.detail);
const activityIds = activities.data.items.map((item) => item.id);
assert.equal(activityIds.length, 5);

const session = await mobile.POST("/auth/register", {
  body: {
    email: `${randomUUID()}@example.com`,
    password: "curtain-up-at-eight",
    firstName: "Noor",
    lastName: "Haddad",
  },
});
assert.ok(session.data, session.error?.detail);
const user: components["schemas"]["MeDto"] = session.data.user;
assert.equal(user.phone, null);
const headers = bearer(session.data.accessToken);

const preferences = await mobile.PATCH("/me/notification-preferences", {
  headers,
  body: { notificationsEnabled: false },
});
assert.deepEqual(preferences.data?.effective, { push: false, email: false });

// @ts-expect-error The compiler and the service reject unknown fields.
const mistyped: components["schemas"]["UpdateNotificationPrefsDto"] = { pushEnable: true };
const typo = await mobile.PATCH("/me/notification-preferences", { headers, body: mistyped });
assert.equal(typo.error?.code, "validation-failed");
assert.equal(typo.error?.errors?.[0]?.field, "pushEnable");

for (const activityId of activityIds) {
  const saved = await mobile.POST("/favorites", { headers, body: { activityId } });
  assert.equal(saved.data?.activityId, activityId);
  assert.ok([ActivityType.SLOT_BASED, ActivityType.SERVICE].includes(saved.data.activity.type));
}
assert.deepEqual(await pages(), [...activityIds].reverse());

assert.equal(await favoritesCount(), before + activityIds.length);

async function favoritesCount(): Promise<number> {
  const statistics = await dashboard.GET("/analytics/favorites");
  assert.ok(statistics.data);
  return statistics.data.totals.favoritesCount;
}

async function pages(): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 2 } : { limit: 2, cursor };
    const page: { data?: components["schemas"]["FavoriteListResponseDto"] } = await mobile.GET("/favorites", {
      headers,
      params: { query },
    });
    assert.ok(page.data);
    seen.push(...page.data.items.map((item) => item.activityId));
    cursor = page.data.nextCursor;
  } while (cursor !== null);
  return seen;
}

function bearer(token: string): { Authorization: string } {
  return { Authorization: `Bearer ${token}` };
}

function setting(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}
