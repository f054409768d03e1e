// Drizzle with a node-postgres pool, shared by all modules.
import { Global, Module } from '@nestjs/common';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export const DATABASE = Symbol('DATABASE');
export type Database = NodePgDatabase;

@Global()
@Module({
  providers: [
    {
      provide: DATABASE,
      useFactory: (): Database => drizzle({
        client: new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL ?? 20) }),
      }),
    },
  ],
  exports: [DATABASE],
})
export class DatabaseModule {}
