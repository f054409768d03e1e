// GET and POST /favorites, and DELETE /favorites/:activityId.
import { Body, Controller, Delete, Get, HttpCode, Module, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { Response } from 'express';
import { UserId } from './auth.js';
import { FavoritesService } from './favorites.service.js';

class PageDto {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit = 20;
  @IsOptional() @IsString() @MaxLength(120) cursor?: string;
}

class SaveDto {
  @IsUUID() activityId!: string;
}

@Controller('favorites')
class FavoritesController {
  constructor(private readonly favorites: FavoritesService) {}

  @Get()
  page(@UserId() userId: string, @Query() { limit, cursor }: PageDto) {
    return this.favorites.page(userId, limit, cursor);
  }

  @Post()
  async save(@UserId() userId: string, @Body() body: SaveDto, @Res({ passthrough: true }) response: Response) {
    const { made, favorite } = await this.favorites.save(userId, body.activityId);
    response.status(made ? 201 : 200);
    return favorite;
  }

  @Delete(':activityId')
  @HttpCode(204)
  remove(@UserId() userId: string, @Param('activityId', ParseUUIDPipe) activityId: string) {
    return this.favorites.remove(userId, activityId);
  }
}

@Module({ controllers: [FavoritesController], providers: [FavoritesService] })
export class FavoritesModule {}
