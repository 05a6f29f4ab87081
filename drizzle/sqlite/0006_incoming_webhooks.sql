CREATE TABLE `incoming_webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`bot_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bot_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incoming_webhooks_secret_hash_unique` ON `incoming_webhooks` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `incoming_webhooks_room` ON `incoming_webhooks` (`room_id`);