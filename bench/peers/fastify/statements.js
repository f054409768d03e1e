// The SQL statements.
const FAVORITES = `SELECT f.id, f.created_at AS "createdAt",
    (extract(epoch FROM f.created_at) * 1000000)::bigint::text AS place,
    a.id AS "activityId", a.title, a.type, a.image_url AS "imageUrl", c.id AS "companyId", c.name AS "companyName"
  FROM activities.user_activity_favorites f
  JOIN activities.activities a ON a.id = f.activity_id
  JOIN companies.companies c ON c.id = a.company_id
  WHERE f.user_id = $1`;

export const me = `SELECT u.id, p.id AS "profileId", u.email, u.email_verified AS "emailVerified", u.phone,
    u.phone_verified AS "phoneVerified", u.first_name AS "firstName", u.last_name AS "lastName", u.role,
    u.is_organizer AS "isOrganizer", p.language, p.birth_date::text AS "birthDate", p.timezone, p.currency, p.settings,
    u.created_at AS "createdAt", greatest(u.updated_at, p.updated_at) AS "updatedAt",
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) ORDER BY c.name), '[]')
     FROM companies.company_members m JOIN companies.companies c ON c.id = m.company_id WHERE m.user_id = u.id) AS companies
  FROM users.users u JOIN users.user_profiles p ON p.user_id = u.id
  WHERE u.id = $1 AND u.is_active`;

export const preferences = `INSERT INTO users.user_profiles AS p (user_id, notifications_enabled, push_enabled, email_enabled)
  VALUES ($1, coalesce($2::boolean, true), coalesce($3::boolean, true), coalesce($4::boolean, false))
  ON CONFLICT (user_id) DO UPDATE SET notifications_enabled = coalesce($2::boolean, p.notifications_enabled),
    push_enabled = coalesce($3::boolean, p.push_enabled), email_enabled = coalesce($4::boolean, p.email_enabled),
    updated_at = now()
  RETURNING notifications_enabled AS "notificationsEnabled", push_enabled AS "pushEnabled",
    email_enabled AS "emailEnabled", updated_at AS "updatedAt"`;

export const favorites = `${FAVORITES} ORDER BY f.created_at DESC, f.id DESC LIMIT $2`;

export const favoritesAfter = `${FAVORITES}
    AND (f.created_at, f.id) < (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::uuid)
  ORDER BY f.created_at DESC, f.id DESC LIMIT $2`;

export const save = `INSERT INTO activities.user_activity_favorites (user_id, activity_id) VALUES ($1, $2)
  ON CONFLICT (user_id, activity_id) DO NOTHING RETURNING id, activity_id AS "activityId", created_at AS "createdAt"`;

export const saved = `SELECT id, activity_id AS "activityId", created_at AS "createdAt"
  FROM activities.user_activity_favorites WHERE user_id = $1 AND activity_id = $2`;

export const remove = 'DELETE FROM activities.user_activity_favorites WHERE user_id = $1 AND activity_id = $2';

export const member = 'SELECT FROM companies.company_members WHERE company_id = $1 AND user_id = $2';

export const figures = `SELECT a.id AS "activityId", a.title, a.type,
    (SELECT count(*) FROM activities.user_activity_favorites f WHERE f.activity_id = a.id)::integer AS "favoritesCount"
  FROM activities.activities a
  WHERE a.company_id = $1
    AND EXISTS (SELECT FROM companies.company_members m WHERE m.company_id = $1 AND m.user_id = $2)
  ORDER BY "favoritesCount" DESC, a.id LIMIT 50`;
