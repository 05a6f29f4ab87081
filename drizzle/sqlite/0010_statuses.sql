ALTER TABLE `users` ADD `presence_mode` text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `presence_until` text;--> statement-breakpoint
CREATE INDEX `users_status_end` ON `users` ((custom_status ->> '$.expiresAt')) WHERE custom_status IS NOT NULL;--> statement-breakpoint
CREATE INDEX `users_presence` ON `users` (`presence_until`) WHERE presence_mode <> 'auto';