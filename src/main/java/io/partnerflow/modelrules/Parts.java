package io.partnerflow.modelrules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What files of one kind may be made of. Everything else is refused, so that nothing which the engine reads and no rule
 * looks at comes in: code, scripts, other languages, the engine's former names for all of them.
 *
 * @param elements   by namespace
 * @param attributes that have no namespace, by the namespace of the element they stand at; all of them where it is not named
 * @param own        attributes with a namespace, by it; all of them where the set is empty
 */
record Parts(Map<String, Set<String>> elements, Map<String, Set<String>> attributes, Map<String, Set<String>> own) {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String TABLES = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String TABLES_OF_ENGINE = "http://camunda.org/schema/1.0/dmn";

    static final Parts PROCESS = new Parts(
            Map.of(
                    Xml.BPMN,
                    words("""
                            definitions process documentation extensionElements collaboration participant laneSet lane
                            flowNodeRef textAnnotation text group category categoryValue association
                            startEvent endEvent boundaryEvent intermediateCatchEvent intermediateThrowEvent
                            task serviceTask userTask receiveTask businessRuleTask callActivity subProcess transaction
                            exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway
                            sequenceFlow incoming outgoing conditionExpression message error escalation
                            messageEventDefinition errorEventDefinition escalationEventDefinition timerEventDefinition
                            compensateEventDefinition terminateEventDefinition cancelEventDefinition linkEventDefinition
                            timeDate timeDuration timeCycle"""),
                    Xml.CAMUNDA,
                    words("""
                            failedJobRetryTimeCycle in out inputOutput inputParameter outputParameter properties
                            property"""),
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    words("BPMNDiagram BPMNPlane BPMNShape BPMNEdge BPMNLabel BPMNLabelStyle"),
                    "http://www.omg.org/spec/DD/20100524/DC",
                    words("Bounds Font"),
                    "http://www.omg.org/spec/DD/20100524/DI",
                    words("waypoint")),
            Map.of(Xml.BPMN, words("""
                            id name targetNamespace exporter exporterVersion isExecutable isClosed processType
                            processRef attachedToRef cancelActivity calledElement default errorCode errorRef escalationCode
                            escalationRef isForCompensation isInterrupting messageRef sourceRef targetRef triggeredByEvent
                            associationDirection textFormat categoryValueRef value gatewayDirection activityRef
                            waitForCompletion eventGatewayType startQuantity completionQuantity"""), Xml.CAMUNDA, words("id name value source target businessKey variables")),
            Map.of(
                    Xml.CAMUNDA,
                    words("""
                            asyncAfter asyncBefore exclusive decisionRef decisionRefBinding mapDecisionResult resultVariable
                            calledElementBinding historyTimeToLive versionTag delegateExpression formRef formRefBinding
                            candidateGroups dueDate followUpDate"""),
                    XSI,
                    words("type schemaLocation"),
                    MODELER,
                    Set.of(),
                    "http://bpmn.io/schema/bpmn/biocolor/1.0",
                    Set.of(),
                    "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
                    Set.of()));

    static final Parts TABLE = new Parts(
            Map.of(
                    TABLES,
                    words("""
                            definitions decision decisionTable description input inputExpression inputValues output
                            outputValues rule inputEntry outputEntry text annotation annotationEntry extensionElements
                            variable question allowedAnswers"""),
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                    words("DMNDI DMNDiagram DMNShape DMNEdge DMNLabel Size"),
                    "http://www.omg.org/spec/DMN/20180521/DC/",
                    words("Bounds"),
                    "http://www.omg.org/spec/DMN/20180521/DI/",
                    words("waypoint")),
            Map.of(TABLES, words("""
                            id name label namespace exporter exporterVersion hitPolicy typeRef preferredOrientation
                            outputLabel""")),
            Map.of(
                    TABLES_OF_ENGINE,
                    words("historyTimeToLive versionTag"),
                    Xml.CAMUNDA,
                    words("historyTimeToLive"),
                    "http://partnerflow.io/schema/dmn",
                    Set.of(),
                    XSI,
                    words("schemaLocation"),
                    MODELER,
                    Set.of(),
                    "http://bpmn.io/schema/dmn/biodi/2.0",
                    Set.of()));

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }
}
