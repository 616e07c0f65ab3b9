import { Global, Module } from '@nestjs/common';
import { HttpModule } from '../http/http.module.js';
import { LiveEvents } from './live-events.js';
import { LiveSockets } from './live-sockets.js';
import { PresencePlaces } from './presence-places.js';
import { Presences } from './presences.js';
import { LIMITS, REALTIME_LIMITS } from './realtime-limits.js';
import { RealtimeServer } from './realtime-server.js';
import { SharedExecutions } from './shared-executions.js';
import { SocketProtocol } from './socket-protocol.js';
import { SubscriptionGate } from './subscription-gate.js';

/** Live changes over the api's own WebSocket server; features subscribe to the event log through `LiveEvents`. */
@Global()
@Module({
  imports: [HttpModule],
  providers: [
    { provide: LIMITS, useValue: REALTIME_LIMITS },
    LiveSockets,
    SharedExecutions,
    SubscriptionGate,
    SocketProtocol,
    RealtimeServer,
    LiveEvents,
    PresencePlaces,
    Presences,
  ],
  exports: [LiveEvents, PresencePlaces, Presences],
})
export class RealtimeModule {}
