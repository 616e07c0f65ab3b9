import {
  CadenceRotaResolver,
  InvitedResolver,
  OccurrenceAttendanceResolver,
  OutcomeResolver,
} from './attendance-parts.resolver.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceResolver } from './attendance.resolver.js';
import { AttendanceService } from './attendance.service.js';
import { ChangeOutcomes } from './change-outcomes.js';
import { FacilitationJobs } from './facilitation.jobs.js';
import { FacilitationReminders } from './facilitation-reminders.js';
import { RecordAttendance } from './record-attendance.js';

/** Who comes to meetings and what comes of them, for the module. */
export const ATTENDANCE = [
  AttendanceRepository,
  AttendanceResolver,
  AttendanceService,
  CadenceRotaResolver,
  ChangeOutcomes,
  FacilitationJobs,
  FacilitationReminders,
  InvitedResolver,
  OccurrenceAttendanceResolver,
  OutcomeResolver,
  RecordAttendance,
];
