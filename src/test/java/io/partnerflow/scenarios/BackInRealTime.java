package io.partnerflow.scenarios;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The engine's clock is one per JVM: whoever tests next, with another application, finds it at real time again. */
class BackInRealTime implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.offset(0L);
    }
}
