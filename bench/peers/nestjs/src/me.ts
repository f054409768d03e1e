// GET /me and PATCH /me/notification-preferences.
import {
  BadRequestException, Body, Controller, Get, Inject, Injectable, Module, Patch, UnauthorizedException,
} from '@nestjs/common';
import { IsBoolean, ValidateIf } from 'class-validator';
import { and, eq, sql } from 'drizzle-orm';
import { UserId } from './auth.js';
import { DATABASE, type Database } from './database.js';
import { companies, companyMembers, userProfiles, users } from './schema.js';

// Flags are optional but not nullable.
const IfGiven = () => ValidateIf((_, value) => value !== undefined);

class PreferencesDto {
  @IfGiven() @IsBoolean() notificationsEnabled?: boolean;
  @IfGiven() @IsBoolean() pushEnabled?: boolean;
  @IfGiven() @IsBoolean() emailEnabled?: boolean;
}

@Injectable()
class MeService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async find(userId: string) {
    const memberships = this.db
      .select({
        list: sql`coalesce(json_agg(json_build_object('id', ${companies.id}, 'name', ${companies.name},
          'role', ${companyMembers.role}) ORDER BY ${companies.name}), '[]')`.as('list'),
      })
      .from(companyMembers)
      .innerJoin(companies, eq(companies.id, companyMembers.companyId))
      .where(eq(companyMembers.userId, users.id));
    const [row] = await this.db
      .select({
        id: users.id, profileId: userProfiles.id, email: users.email, emailVerified: users.emailVerified, phone: users.phone,
        phoneVerified: users.phoneVerified, firstName: users.firstName, lastName: users.lastName, role: users.role,
        isOrganizer: users.isOrganizer, language: userProfiles.language, birthDate: userProfiles.birthDate,
        timezone: userProfiles.timezone, currency: userProfiles.currency, settings: userProfiles.settings,
        companies: sql`${memberships}`, createdAt: users.createdAt,
        updatedAt: sql`greatest(${users.updatedAt}, ${userProfiles.updatedAt})`.mapWith(users.updatedAt),
      })
      .from(users)
      .innerJoin(userProfiles, eq(userProfiles.userId, users.id))
      .where(and(eq(users.id, userId), eq(users.isActive, true)));
    if (!row) throw new UnauthorizedException();
    return row;
  }

  async setPreferences(userId: string, flags: PreferencesDto) {
    if (Object.values(flags).every((flag) => flag === undefined)) throw new BadRequestException('No flag is given.');
    const [row] = await this.db
      .insert(userProfiles)
      .values({ userId, ...flags })
      .onConflictDoUpdate({ target: userProfiles.userId, set: { ...flags, updatedAt: sql`now()` } })
      .returning({
        notificationsEnabled: userProfiles.notificationsEnabled, pushEnabled: userProfiles.pushEnabled,
        emailEnabled: userProfiles.emailEnabled, updatedAt: userProfiles.updatedAt,
      });
    const effective = {
      push: row.notificationsEnabled && row.pushEnabled, email: row.notificationsEnabled && row.emailEnabled,
    };
    return { ...row, effective };
  }
}

@Controller('me')
class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  find(@UserId() userId: string) {
    return this.me.find(userId);
  }

  @Patch('notification-preferences')
  setPreferences(@UserId() userId: string, @Body() flags: PreferencesDto) {
    return this.me.setPreferences(userId, flags);
  }
}

@Module({ controllers: [MeController], providers: [MeService] })
export class MeModule {}
