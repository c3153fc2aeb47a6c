/**
 * The process engine, behind few words: {@link io.partnerflow.engine.Workflow} starts and wakes processes, a {@link
 * io.partnerflow.engine.ProcessDelegate} does one step of one, a {@link io.partnerflow.engine.Variable} is what a
 * process may remember, a {@link io.partnerflow.engine.BusinessError} is what a model can catch, a {@link
 * io.partnerflow.engine.TaskBriefing} is what a task tells the person who does it.
 *
 * <p>This is the only package that imports {@code org.camunda}, so that a move to a successor engine is a change of
 * imports here, in the test tree and in the pom.
 */
@ApplicationModule(
        displayName = "Process engine",
        allowedDependencies = {"database", "intake", "shared", "web"})
package io.partnerflow.engine;

import org.springframework.modulith.ApplicationModule;
