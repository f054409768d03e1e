// A person registers, sets preferences, saves activities and pages through them; the company's owner counts.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths as BusinessPaths } from "./generated/business.js";
import { ActivityType, type components, type paths } from "./generated/client.js";

const baseUrl = setting("STAGEDOOR_URL");
const activityIds = setting("STAGEDOOR_ACTIVITIES").split(",");
const mobile = createClient<paths>({ baseUrl });
const dashboard = createClient<BusinessPaths, "application/json">({ baseUrl, headers: bearer(setting("STAGEDOOR_OWNER")) });

const session = await mobile.POST("/auth/register", {
  body: {
    email: setting("STAGEDOOR_EMAIL"),
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

// @ts-expect-error A field that nobody knows is refused by the compiler, and by the service.
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

const figures = await dashboard.GET("/analytics/favorites");
assert.equal(figures.data?.totals.favoritesCount, activityIds.length);
assert.equal(figures.data.nextCursor, null);
console.log("told");

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
