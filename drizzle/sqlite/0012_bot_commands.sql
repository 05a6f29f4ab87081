CREATE TABLE `bot_commands` (
	`bot_id` text NOT NULL,
	`name` text NOT NULL,
	`takes` text NOT NULL,
	`summary` text NOT NULL,
	PRIMARY KEY(`bot_id`, `name`),
	FOREIGN KEY (`bot_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bot_commands_name_unique` ON `bot_commands` (`name`);--> statement-breakpoint
CREATE TABLE `command_invocations` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`thread_root_id` text,
	`user_id` text NOT NULL,
	`bot_id` text NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bot_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `command_invocations_room` ON `command_invocations` (`room_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `command_invocations_client` ON `command_invocations` (`user_id`,`client_id`);