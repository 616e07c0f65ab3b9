import { Module } from '@nestjs/common';

/** Live changes over the api's own WebSocket server. */
@Module({})
export class RealtimeModule {}
