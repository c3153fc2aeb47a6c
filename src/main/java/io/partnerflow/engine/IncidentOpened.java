package io.partnerflow.engine;

/**
 * A step has used up its tries and waits for a manager; published in the transaction that says so.
 *
 * @param incidentId the engine's id of the incident
 * @param processName what the process is called in its model
 * @param stepName what the step is called in its model
 * @param businessKey number of what the process is about; null for the house's own runs
 * @param message what the last try ended with, in words
 */
public record IncidentOpened(
        String incidentId, String processName, String stepName, String businessKey, String message) {}
