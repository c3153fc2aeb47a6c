/**
 * Change without a release: what people at the vendor want to change in processes, tables and forms is proposed, checked
 * and compared, approved by a second person, put in force, and taken back.
 *
 * <p>Flow: {@code processes/model-change.bpmn}.
 */
@ApplicationModule(
        displayName = "Model changes",
        allowedDependencies = {"audit", "engine", "intake", "modelrules", "numbering", "shared"})
@NullMarked
package io.partnerflow.modelchanges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
