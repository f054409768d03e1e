// GET /analytics/favorites.
import { Controller, ForbiddenException, Get, Inject, Injectable, Module, Query } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { and, desc, eq } from 'drizzle-orm';
import { UserId } from './auth.js';
import { DATABASE, type Database } from './database.js';
import { activities, companyMembers, favorites } from './schema.js';

class CompanyDto {
  @IsUUID() companyId!: string;
}

@Injectable()
class AnalyticsService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async favorites(userId: string, companyId: string) {
    const membership = and(eq(companyMembers.companyId, companyId), eq(companyMembers.userId, userId));
    const favoritesCount = this.db.$count(favorites, eq(favorites.activityId, activities.id)).as('favorites_count');
    const items = await this.db
      .select({ activityId: activities.id, title: activities.title, type: activities.type, favoritesCount })
      .from(activities)
      .innerJoin(companyMembers, membership)
      .where(eq(activities.companyId, companyId))
      .orderBy(desc(favoritesCount), activities.id)
      .limit(50);
    if (!items.length && !(await this.db.$count(companyMembers, membership))) throw new ForbiddenException();
    return { items };
  }
}

@Controller('analytics')
class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Get('favorites')
  favorites(@UserId() userId: string, @Query() { companyId }: CompanyDto) {
    return this.analytics.favorites(userId, companyId);
  }
}

@Module({ controllers: [AnalyticsController], providers: [AnalyticsService] })
export class AnalyticsModule {}
