package io.partnerflow.modelrules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** For every rule a file that does not keep to it; what the product brings keeps to all of them, see BpmnModelTests. */
class ModelRulesTest {

    private static final Map<String, byte[]> PRODUCT = ProductModels.files();

    static Stream<Arguments> bad() {
        var order = "order.bpmn";
        var request = "link-request.bpmn";
        var terms = "reseller-onboarding.partner-terms.dmn";
        var form = "order.check-order.form";
        return Stream.of(
                file("not-readable", order, "</bpmn:definitions>", ""),
                file(
                        "doctype",
                        order,
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions"),
                file(
                        "several",
                        order,
                        "</bpmn:process>",
                        "</bpmn:process><bpmn:process id=\"second\" isExecutable=\"true\" />"),
                file("id-differs", order, "<bpmn:process id=\"order\"", "<bpmn:process id=\"orders\""),
                file("not-executable", order, "isExecutable=\"true\"", "isExecutable=\"false\""),
                file("no-history-limit", order, " camunda:historyTimeToLive=\"P180D\"", ""),
                file("no-delegate", order, " camunda:delegateExpression=\"${rejectOrderDelegate}\"", ""),
                file("unknown-step", order, "${rejectOrderDelegate}", "${burnOrderDelegate}"),
                file(
                        "script",
                        order,
                        "</bpmn:process>",
                        "<bpmn:scriptTask id=\"scriptTask_x\" name=\"X\" /></bpmn:process>"),
                file(
                        "foreign-code",
                        order,
                        "camunda:delegateExpression=\"${rejectOrderDelegate}\"",
                        "camunda:class=\"java.lang.Runtime\""),
                file(
                        "foreign-code",
                        order,
                        "camunda:delegateExpression=\"${rejectOrderDelegate}\"",
                        "camunda:type=\"external\" camunda:topic=\"x\""),
                file(
                        "unknown-answer",
                        order,
                        "camunda:candidateGroups=\"order-desk\"",
                        "camunda:candidateGroups=\"${moonDesk}\""),
                file(
                        "form-elsewhere",
                        order,
                        "camunda:formRef=\"order.check-order\"",
                        "camunda:formRef=\"credit-check.decide-credit\""),
                file(
                        "form-handed",
                        order,
                        "<camunda:inputParameter name=\"orderDecision\" />",
                        "<camunda:inputParameter name=\"orderDecision\">approve</camunda:inputParameter>"),
                file(
                        "table-result",
                        "reseller-onboarding.bpmn",
                        "mapDecisionResult=\"singleEntry\"",
                        "mapDecisionResult=\"resultList\""),
                file("expression", order, "${orderDecision == 'reject'}", "${runtimeService.deleteAll()}"),
                file("expression", order, "${orderDecision == 'reject'}", "#<!-- -->{''.getClass()}"),
                file("expression", order, "${orderDecision == 'reject'}", "#<![CDATA[{''.getClass()}]]>"),
                file("expression", order, "${orderDecision == 'reject'}", "#<?split?>{''.getClass()}"),
                file("expression", order, "${orderDecision == 'reject'}", "#<bpmn:text />{''.getClass()}"),
                file("expression", request, "</bpmn:documentation>", "${''.getClass()}</bpmn:documentation>"),
                file(
                        "language",
                        order,
                        "xsi:type=\"bpmn:tFormalExpression\">${orderDecision == 'reject'}",
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"juel\">${orderDecision == 'reject'}"),
                file(
                        "foreign-code",
                        order,
                        "camunda:delegateExpression=\"${rejectOrderDelegate}\"",
                        "camunda:delegateExpression=\"${rejectOrderDelegate}\""
                                + " xmlns:a=\"http://activiti.org/bpmn\" a:class=\"java.lang.Runtime\""),
                file(
                        "foreign-code",
                        order,
                        "camunda:delegateExpression=\"${rejectOrderDelegate}\"",
                        "camunda:delegateExpression=\"${rejectOrderDelegate}\""
                                + " xmlns:a=\"http://activiti.org/bpmn\" a:type=\"external\" a:topic=\"x\""),
                file(
                        "not-used-here",
                        order,
                        "<bpmn:extensionElements>",
                        "<bpmn:extensionElements><a:executionListener xmlns:a=\"http://activiti.org/bpmn\""
                                + " event=\"start\" delegateExpression=\"x\" />"),
                file(
                        "not-used-here",
                        order,
                        "</bpmn:process>",
                        "<camunda:sendTask id=\"sendTask_x\" camunda:delegateExpression=\"${rejectOrderDelegate}\" />"
                                + "</bpmn:process>"),
                file(
                        "not-used-here",
                        request,
                        "</bpmn:serviceTask>",
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000</bpmn:loopCardinality>"
                                + "</bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>"),
                file(
                        "skippable",
                        "credit-note.bpmn",
                        "camunda:delegateExpression=\"${issueCreditNoteDelegate}\">",
                        "camunda:delegateExpression=\"${issueCreditNoteDelegate}\"><bpmn:extensionElements>"
                                + "<camunda:properties><camunda:property name=\"skippable\" value=\"true\" />"
                                + "</camunda:properties></bpmn:extensionElements>"),
                file("skippable", order, "${suspendAccountDelegate}", "${issueCreditNoteDelegate}"),
                file("history-short", order, "historyTimeToLive=\"P180D\"", "historyTimeToLive=\"P0D\""),
                file("too-often", "billing-run.bpmn", ">0 0 2 * * ?<", ">R/PT1S<"),
                file("too-often", "billing-run.bpmn", ">0 0 2 * * ?<", ">* * * * * ?<"),
                file("too-often", "credit-note.bpmn", ">R3/PT30S<", ">R1000000/PT1S<"),
                file("language", terms, "<decisionTable", "<decisionTable expressionLanguage=\"juel\""),
                file("language", terms, "<inputEntry", "<inputEntry expressionLanguage=\"juel\""),
                file("language", terms, "<outputEntry", "<outputEntry expressionLanguage=\"javascript\""),
                file("unknown-answer", order, "${orderDecision == 'reject'}", "${moonIsFull}"),
                file(
                        "task-group",
                        order,
                        "camunda:candidateGroups=\"order-desk\"",
                        "camunda:candidateGroups=\"everybody\""),
                file("task-due", request, "camunda:dueDate=\"P5D\"", "camunda:dueDate=\"soon\""),
                file("task-form", order, "camunda:formRef=\"order.check-order\"", "camunda:formKey=\"x\""),
                file(
                        "form-missing",
                        order,
                        "camunda:formRef=\"order.check-order\"",
                        "camunda:formRef=\"order.check-twice\""),
                file("form-handed", order, "<camunda:inputParameter name=\"orderDecision\" />", ""),
                file("unknown-process", order, "calledElement=\"credit-check\"", "calledElement=\"credit-cheque\""),
                file(
                        "unknown-table",
                        "reseller-onboarding.bpmn",
                        "decisionRef=\"reseller-onboarding.partner-terms\"",
                        "decisionRef=\"terms\""),
                file("binding", order, " camunda:calledElementBinding=\"deployment\"", ""),
                file(
                        "message-gone",
                        request,
                        "<bpmn:message id=\"Message_linkRequestAnswered\" name=\"link-request.answered\" />",
                        "<bpmn:message id=\"Message_linkRequestAnswered\" name=\"link-request.made\" />"),
                file("message-unknown", request, "name=\"link-request.answered\"", "name=\"link-request.forgotten\""),
                file(
                        "unreachable",
                        request,
                        "targetRef=\"serviceTask_inviteToLink\"",
                        "targetRef=\"gateway_linkAnswered\""),
                file(
                        "dead-end",
                        request,
                        "sourceRef=\"serviceTask_inviteToLink\"",
                        "sourceRef=\"gateway_linkAccepted\""),
                file("no-end", "model-change.bpmn", "endEvent", "intermediateThrowEvent"),
                file("gateway", order, "default=\"flow_noVendorCheckRequired\"", ""),
                file("timer", request, "${linkDeadline}", "tomorrow"),
                file("not-drawn", request, "bpmnElement=\"serviceTask_inviteToLink\"", "bpmnElement=\"link-request\""),
                file("no-name", request, "name=\"Invite to link\"", "name=\"\""),
                file("protected", "model-change.bpmn", "Approve change", "Wave through"),
                file("form-version", form, "\"schemaVersion\": 16", "\"schemaVersion\": 4"),
                file("form-type", form, "\"type\": \"radio\"", "\"type\": \"filepicker\""),
                file("form-key", form, "\"key\": \"orderDecision\"", "\"key\": \"Order decision\""),
                file("form-label", form, "\"label\": \"Decision\"", "\"label\": \"\""),
                file("form-bounds", form, "\"maxLength\": 2000", "\"minLength\": 1"),
                file("form-markdown", form, "\"text\": \"# ", "\"text\": \"# {{customer}} "),
                file("form-markdown", form, "\"label\": \"Decision\"", "\"label\": \"= customer\""),
                file("form-text", form, "\"text\": \"# ", "\"text\": \"# <img src=x onerror=alert(1)> "),
                file("form-text", form, "\"text\": \"# ", "\"text\": \"[here](javascript:alert(1)) "),
                file("form-text", form, "\"text\": \"# ", "\"text\": \"= customer + "),
                file("form-id", form, "\"id\": \"Field_orderDecision\"", "\"id\": \"Field_rejectionReason\""),
                file("portal-form", "order.form", "\"label\": \"", "\"label\": \"My "),
                file("form-field-gone", "credit-note.credit-invoice.form", "\"key\"", "\"key\""),
                file("table-inputs", terms, "<text>tier</text>", "<text>mood</text>"),
                file("table-outputs", terms, "name=\"partnerDiscount\"", "name=\"discount\""),
                file("table-hit", terms, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""),
                file("table-cell", terms, "<text>\"30\"</text>", "<text>30 +</text>"),
                file("table-rule-id", terms, "<rule id=", "<rule label="),
                file("table-quotes", terms, "<text>\"GOLD\"</text>", "<text>GOLD</text>"),
                file("table-answer", terms, "<text>\"30\"</text>", "<text></text>"),
                file(
                        "table-output-type",
                        terms,
                        "name=\"partnerDiscount\" typeRef=\"string\"",
                        "name=\"partnerDiscount\" typeRef=\"integer\""));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource
    void bad(String rule, String file, String from, String to) {
        var good = new String(PRODUCT.get(file), UTF_8);
        assertThat(good).contains(from);
        var bad = rule.equals("form-field-gone")
                ? good.replaceAll("\"key\": \"([a-zA-Z]+)\", \"label\"", "\"key\": \"$1x\", \"label\"")
                : good.replace(from, to);

        var findings = ProductModels.check(file, bad.getBytes(UTF_8), PRODUCT);

        assertThat(findings)
                .filteredOn(Finding::error)
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void everyRuleHasItsWordsInEveryLanguage() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/modelchanges");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        bad().map(one -> (String) one.get()[0])
                .forEach(rule -> List.of("en", "sv", "de", "fr")
                        .forEach(language -> assertThat(texts.getMessage(
                                        "modelchanges.rule." + rule,
                                        new Object[] {"element", "one", "two"},
                                        java.util.Locale.forLanguageTag(language)))
                                .doesNotContainPattern("\\{\\d")
                                .isNotBlank()));
    }

    @Test
    void aMillionLaughsEndAtTheFirst() {
        var laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>";
        assertThat(ProductModels.check("order.bpmn", laughs.getBytes(UTF_8), PRODUCT))
                .extracting(Finding::rule)
                .contains("doctype");
    }

    @Test
    void aNewFormMayComeWithItsProcess() {
        var files = new HashMap<>(PRODUCT);
        files.put(
                "order.check-twice.form",
                new String(PRODUCT.get("order.check-order.form"), UTF_8)
                        .replace("order.check-order", "order.check-twice")
                        .getBytes(UTF_8));
        var model = new String(PRODUCT.get("order.bpmn"), UTF_8)
                .replace("formRef=\"order.check-order\"", "formRef=\"order.check-twice\"")
                .getBytes(UTF_8);
        files.put("order.bpmn", model);
        assertThat(ProductModels.check("order.bpmn", model, files))
                .filteredOn(Finding::error)
                .isEmpty();
        assertThat(ProductModels.check("order.check-twice.form", files.get("order.check-twice.form"), files))
                .extracting(Finding::rule)
                .containsExactly("new-file");
    }

    private static Arguments file(String rule, String file, String from, String to) {
        return Arguments.of(rule, file, from, to);
    }
}
