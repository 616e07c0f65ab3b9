import { Global, Module } from '@nestjs/common';
import { AuthSweep } from './auth-sweep.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/** Work that nobody waits for. Registering and ordering is for every process; running is for `JobRunner.start`. */
@Global()
@Module({ providers: [Jobs, JobRunner, AuthSweep], exports: [Jobs, JobRunner] })
export class JobsModule {}
