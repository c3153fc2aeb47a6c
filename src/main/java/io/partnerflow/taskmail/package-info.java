/** Tasks reach people: by mail when they open, every working morning, when they are late; and whoever stands in for whom. */
@ApplicationModule(
        displayName = "Task mails",
        allowedDependencies = {"audit", "diagrams", "documents", "engine", "mail", "pricing", "shared", "web"})
@NullMarked
package io.partnerflow.taskmail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
