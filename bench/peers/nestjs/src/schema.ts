// The columns of the service's tables that these calls use.
import { boolean, date, jsonb, pgSchema, primaryKey, text, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';

const usersSchema = pgSchema('users');
const companiesSchema = pgSchema('companies');
const activitiesSchema = pgSchema('activities');

const key = () => uuid().primaryKey().defaultRandom();
const moment = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

export const users = usersSchema.table('users', {
  id: key(),
  email: varchar({ length: 255 }).notNull(),
  phone: varchar({ length: 20 }),
  firstName: varchar('first_name', { length: 100 }).notNull(),
  lastName: varchar('last_name', { length: 100 }).notNull(),
  role: varchar({ length: 20 }).notNull().default('PARTICIPANT'),
  isOrganizer: boolean('is_organizer').notNull().default(false),
  emailVerified: boolean('email_verified').notNull().default(false),
  phoneVerified: boolean('phone_verified').notNull().default(false),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

export const userProfiles = usersSchema.table('user_profiles', {
  id: key(),
  userId: uuid('user_id').notNull().unique().references(() => users.id),
  language: text(),
  birthDate: date('birth_date'),
  timezone: text().notNull().default('UTC'),
  currency: varchar({ length: 3 }).notNull().default('USD'),
  settings: jsonb(),
  notificationsEnabled: boolean('notifications_enabled').notNull().default(true),
  pushEnabled: boolean('push_enabled').notNull().default(true),
  emailEnabled: boolean('email_enabled').notNull().default(false),
  updatedAt: moment('updated_at'),
});

export const companies = companiesSchema.table('companies', {
  id: key(),
  name: varchar({ length: 200 }).notNull(),
});

export const companyMembers = companiesSchema.table('company_members', {
  companyId: uuid('company_id').notNull().references(() => companies.id),
  userId: uuid('user_id').notNull().references(() => users.id),
  role: varchar({ length: 20 }).notNull(),
}, (table) => [primaryKey({ columns: [table.companyId, table.userId] })]);

export const activities = activitiesSchema.table('activities', {
  id: key(),
  companyId: uuid('company_id').notNull().references(() => companies.id),
  title: varchar({ length: 200 }).notNull(),
  type: varchar({ length: 20 }).notNull(),
  imageUrl: text('image_url'),
});

export const favorites = activitiesSchema.table('user_activity_favorites', {
  id: key(),
  userId: uuid('user_id').notNull().references(() => users.id),
  activityId: uuid('activity_id').notNull().references(() => activities.id),
  createdAt: moment('created_at'),
}, (table) => [unique().on(table.userId, table.activityId)]);
