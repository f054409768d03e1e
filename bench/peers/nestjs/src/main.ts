// The five operations, implemented with NestJS, Express and Drizzle. README.md lists the differences to the service.
import 'reflect-metadata';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AnalyticsModule } from './analytics.js';
import { AuthModule } from './auth.js';
import { DatabaseModule } from './database.js';
import { FavoritesModule } from './favorites.js';
import { MeModule } from './me.js';

@Module({ imports: [DatabaseModule, AuthModule, MeModule, FavoritesModule, AnalyticsModule] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
await app.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
console.log(await app.getUrl());
