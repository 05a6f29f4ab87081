CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`width` integer,
	`height` integer,
	`room_id` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`message_id` text,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`uploaded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `files_message` ON `files` (`message_id`);--> statement-breakpoint
CREATE INDEX `files_room` ON `files` (`room_id`);--> statement-breakpoint
CREATE INDEX `files_blob` ON `files` (`sha256`);--> statement-breakpoint
CREATE TABLE `import_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `import_keys_id` ON `import_keys` (`id`) WHERE kind <> 'message';--> statement-breakpoint
CREATE TABLE `invite_rooms` (
	`invite_id` text NOT NULL,
	`room_id` text NOT NULL,
	PRIMARY KEY(`invite_id`, `room_id`),
	FOREIGN KEY (`invite_id`) REFERENCES `invites`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invite_rooms_room` ON `invite_rooms` (`room_id`);--> statement-breakpoint
CREATE TABLE `invites` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`role` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`max_uses` integer,
	`uses` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invites_token_unique` ON `invites` (`token`);--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`user_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_time_links_token_hash_unique` ON `one_time_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`room_id` text,
	`user_id` text,
	`json` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_room` ON `events` (`room_id`,`seq`) WHERE room_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `events_user` ON `events` (`user_id`,`seq`) WHERE user_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `events_all` ON `events` (`seq`) WHERE room_id IS NULL AND user_id IS NULL;--> statement-breakpoint
CREATE TABLE `log` (
	`id` integer PRIMARY KEY NOT NULL,
	`epoch` text NOT NULL,
	`head` integer NOT NULL,
	`oldest` integer NOT NULL,
	CONSTRAINT "log_one_row" CHECK("log"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `mentions` (
	`user_id` text NOT NULL,
	`room_id` text NOT NULL,
	`seq` integer NOT NULL,
	`author_id` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`user_id`, `room_id`, `seq`, `author_id`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mentions_message` ON `mentions` (`message_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`room_id` text NOT NULL,
	`author_id` text NOT NULL,
	`client_id` text NOT NULL,
	`author_name` text,
	`body` text NOT NULL,
	`mentions` text,
	`thread_root_id` text,
	`ordinal` integer,
	`reply_count` integer NOT NULL,
	`last_reply_at` text,
	`reply_user_ids` text,
	`created_at` text NOT NULL,
	`edited_at` text,
	`deleted_at` text,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id_unique` ON `messages` (`id`);--> statement-breakpoint
CREATE INDEX `messages_room` ON `messages` (`room_id`);--> statement-breakpoint
CREATE INDEX `messages_timeline` ON `messages` (`room_id`,`seq`) WHERE thread_root_id IS NULL AND (deleted_at IS NULL OR reply_count > 0);--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`thread_root_id`,`seq`) WHERE thread_root_id IS NOT NULL AND deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `messages_deleted` ON `messages` (`room_id`,`ordinal`) WHERE ordinal IS NOT NULL AND deleted_at IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_author_client` ON `messages` (`author_id`,`client_id`);--> statement-breakpoint
CREATE TABLE `reactions` (
	`id` integer PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`place` integer NOT NULL,
	`emoji` text NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reactions_once` ON `reactions` (`message_id`,`emoji`,`user_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`room_id` text NOT NULL,
	`role` text NOT NULL,
	`notify` text NOT NULL,
	`joined_at` text NOT NULL,
	`read_seq` integer NOT NULL,
	`read_ordinal` integer NOT NULL,
	PRIMARY KEY(`user_id`, `room_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_room` ON `memberships` (`room_id`,`joined_at`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text,
	`topic` text NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	`direct_key` text,
	`member_count` integer NOT NULL,
	`last_ordinal` integer NOT NULL,
	`last_message_seq` integer NOT NULL,
	`last_message_at` text,
	`end_seq` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_name_key_unique` ON `rooms` (`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_direct_key_unique` ON `rooms` (`direct_key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`username_key` text NOT NULL,
	`email` text,
	`email_key` text,
	`display_name` text NOT NULL,
	`bio` text NOT NULL,
	`time_zone` text,
	`avatar_url` text,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`custom_status` text,
	`password_hash` text,
	`created_at` text NOT NULL,
	`last_seen_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_key_unique` ON `users` (`username_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_key_unique` ON `users` (`email_key`);--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`logo_url` text,
	`open_sign_up` integer NOT NULL,
	`first_room_id` text,
	`demo` integer NOT NULL,
	FOREIGN KEY (`first_room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "workspace_one_row" CHECK("workspace"."id" = 1)
);
