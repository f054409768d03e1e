// Lists, saves and deletes the favorites of a user.
import { BadRequestException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { and, desc, eq, sql } from 'drizzle-orm';
import { DATABASE, type Database } from './database.js';
import { activities, companies, favorites } from './schema.js';

const FOREIGN_KEY_VIOLATION = '23503';

// A cursor contains a timestamp in microseconds, which a Date cannot represent, and an id.
const place = sql<string>`(extract(epoch FROM ${favorites.createdAt}) * 1000000)::bigint::text`;
const seal = (row: { place: string; id: string }) => Buffer.from(`${row.place}|${row.id}`).toString('base64url');
const after = (cursor: string) => {
  const [, moment, id] = /^(\d{1,17})\|([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!id) throw new BadRequestException('The cursor is none of this list.');
  return sql`(${favorites.createdAt}, ${favorites.id})
    < (timestamptz 'epoch' + ${moment}::bigint * interval '1 microsecond', ${id}::uuid)`;
};

@Injectable()
export class FavoritesService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async page(userId: string, limit: number, cursor?: string) {
    const rows = await this.db
      .select({
        id: favorites.id, activityId: favorites.activityId, createdAt: favorites.createdAt, place,
        activity: { id: activities.id, title: activities.title, type: activities.type, imageUrl: activities.imageUrl },
        company: { id: companies.id, name: companies.name },
      })
      .from(favorites)
      .innerJoin(activities, eq(activities.id, favorites.activityId))
      .innerJoin(companies, eq(companies.id, activities.companyId))
      .where(and(eq(favorites.userId, userId), cursor === undefined ? undefined : after(cursor)))
      .orderBy(desc(favorites.createdAt), desc(favorites.id))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(({ id, activityId, createdAt, activity, company }) => (
        { id, activityId, createdAt, activity: { ...activity, company } }
      )),
      nextCursor: rows.length > limit ? seal(shown[limit - 1]) : null,
    };
  }

  async save(userId: string, activityId: string) {
    const shown = { id: favorites.id, activityId: favorites.activityId, createdAt: favorites.createdAt };
    const [made] = await this.db
      .insert(favorites)
      .values({ userId, activityId })
      .onConflictDoNothing({ target: [favorites.userId, favorites.activityId] })
      .returning(shown)
      .catch((failure) => {
        if (failure.cause?.code !== FOREIGN_KEY_VIOLATION) throw failure;
        throw new NotFoundException('There is no such activity.');
      });
    if (made) return { made: true, favorite: made };
    const [saved] = await this.db.select(shown).from(favorites).where(this.one(userId, activityId));
    return { made: false, favorite: saved ?? { activityId } };
  }

  async remove(userId: string, activityId: string) {
    await this.db.delete(favorites).where(this.one(userId, activityId));
  }

  private one(userId: string, activityId: string) {
    return and(eq(favorites.userId, userId), eq(favorites.activityId, activityId));
  }
}
