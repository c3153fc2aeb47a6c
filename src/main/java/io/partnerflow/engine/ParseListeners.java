package io.partnerflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Where a plugin adds what it wants to do to every model as it is read. */
final class ParseListeners {

    static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private ParseListeners() {}

    static List<BpmnParseListener> of(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        return engine.getCustomPostBPMNParseListeners();
    }
}
