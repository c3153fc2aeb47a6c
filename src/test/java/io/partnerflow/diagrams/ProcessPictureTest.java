package io.partnerflow.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.Party;
import io.partnerflow.engine.ProcessDiagram.State;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class ProcessPictureTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    static Stream<File> models() {
        return Stream.of(new File("processes").listFiles((directory, name) -> name.endsWith(".bpmn")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelBecomesAWellFormedPictureOfAllItsElements(File file) throws Exception {
        var model = Files.readString(file.toPath());
        var picture = ProcessPicture.of(model).draw();
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(model.lines().filter(line -> line.contains(" bpmnElement=")).skip(1))
                .allSatisfy(line -> assertThat(picture)
                        .contains("data-element=\"" + line.replaceAll(".* bpmnElement=\"([^\"]+)\".*", "$1") + '"'));
    }

    /** The README shows what is drawn from the models as they are now. */
    @ParameterizedTest
    @MethodSource("models")
    void thePicturesInTheDocumentationAreUpToDate(File file) throws IOException {
        var stored = Path.of("src/docs/pictures", file.getName().replace(".bpmn", ".svg"));
        var picture = ProcessPicture.of(Files.readString(file.toPath())).draw();
        if (Boolean.getBoolean("pictures.write")) {
            Files.createDirectories(stored.getParent());
            Files.writeString(stored, picture);
        }
        assertThat(stored).as("draw again with -Dpictures.write=true").hasContent(picture);
    }

    @Test
    void showsWhereEachElementStands() throws IOException {
        var picture = new PublicProcess(process(), open("order")).svg(notes());
        Files.writeString(Path.of("target/order-in-progress.svg"), picture); // to look at
        assertThat(picture)
                .contains("<g class=\"startEvent done\" data-element=\"startEvent_orderStarted\">")
                .contains("<g class=\"sequenceFlow done\" data-element=\"flow_orderStartedToBothNeeded\">")
                .contains("<g class=\"receiveTask waiting\" data-element=\"receiveTask_receiveOrderForm\">")
                .contains("<g class=\"callActivity running\" data-element=\"callActivity_signedAgreement\">")
                .contains("<g class=\"serviceTask failed\" data-element=\"serviceTask_suspendAccount\">")
                .contains("<g class=\"userTask ahead\" data-element=\"userTask_checkOrder\">");
    }

    private static ProcessDiagram process() {
        return new ProcessDiagram(
                "order",
                "Order",
                "order:1",
                false,
                List.of(
                        new ElementState("startEvent_orderStarted", 1, NOW),
                        new ElementState("gateway_bothNeeded", 1, NOW),
                        new ElementState("receiveTask_receiveOrderForm", State.WAITING, 3, NOW, Party.RESELLER),
                        new ElementState("callActivity_signedAgreement", State.RUNNING, 1, NOW, Party.HOUSE),
                        new ElementState("serviceTask_suspendAccount", State.FAILED, 1, NOW, Party.VENDOR)),
                Set.of("flow_orderStartedToBothNeeded"));
    }

    private static PictureNotes notes() {
        return new PictureNotes(
                "Order & more",
                name -> name.equals("Check order") ? "Bestellformularüberprüfung" : name,
                Map.of("receiveTask_receiveOrderForm", List.of("Waiting for you", "since 22 November 2026")),
                Map.of(
                        "callActivity_signedAgreement",
                        new PictureNotes.Way("/pictures/OR-1/signed-agreement", "Inside")));
    }

    private static PublicDrawing open(String model) throws IOException {
        return PublicDrawing.of(Files.readString(Path.of("processes/" + model + ".bpmn")));
    }

    @Test
    void saysWhoIsWaitedForHowOftenAndLeadsInside() throws IOException {
        var picture = new PublicProcess(process(), open("order")).svg(notes());
        assertThat(picture)
                .contains("role=\"group\" aria-label=\"Order &amp; more\"")
                .contains("<g class=\"caption waiting\">", ">Waiting for you</text>", ">since 22 November 2026</text>")
                .contains(">×3</text>")
                .contains("<a href=\"/pictures/OR-1/signed-agreement\" aria-label=\"Inside\">")
                .contains(">Bestellformular")
                .doesNotContain(">Check order<");
    }

    /** What comes next is what can be reached, whatever is decided on the way. */
    @Test
    void knowsWhatComesNext() throws IOException {
        var process = new ProcessDiagram(
                "provisioning",
                "Provisioning",
                "provisioning:1",
                false,
                List.of(new ElementState("userTask_clarifyProvisioning", State.WAITING, 1, NOW, Party.VENDOR)),
                Set.of());
        assertThat(new PublicProcess(process, open("provisioning")).ahead())
                .contains("Record manual work", "Ask reseller")
                .doesNotContain("Account provisioned");
    }

    @ParameterizedTest
    @MethodSource("models")
    void handsOutNoNotesSettingsOrInternalNames(File file) throws IOException {
        var drawing = PublicDrawing.of(Files.readString(file.toPath()));
        assertThat(drawing.bpmn())
                .doesNotContain("documentation", "Delegate", "camunda:", "candidateGroups", "conditionExpression", "${")
                .doesNotContain("audience", "waits-for", "ExtensionElements>");
    }

    @Test
    void hidesWhatIsInternal() throws IOException {
        var credit = open("credit-check");
        assertThat(credit.model().isInternal()).isFalse();
        assertThat(credit.bpmn())
                .contains("name=\"Internal step\"", "userTask_decideCredit")
                .doesNotContain("Apply credit rules", "applyCreditRules", "Approved by rules", "approvedByRules");
        assertThat(new ProcessPicture(credit.drawing()).draw()).doesNotContain("credit rules", "by rules");
        assertThat(open("payout").model().isInternal()).isTrue();
    }

    @Test
    void writesNamesAsTextWhateverTheyHold() throws IOException {
        var model = Files.readString(Path.of("processes/invoicing.bpmn"))
                .replace("name=\"Issue invoice\"", "name=\"&lt;script&gt; &amp; co\"");
        assertThat(ProcessPicture.of(model).draw())
                .contains("&lt;script&gt; &amp;")
                .doesNotContain("<script");
    }

    @Test
    void keepsTextInsideItsShape() {
        assertThat(Lettering.lines("Create customer account", 12, 88)).containsExactly("Create", "customer", "account");
        assertThat(Lettering.lines("Mark reseller", 12, 88)).containsExactly("Mark reseller");
    }

    @Test
    void dividesAWordThatIsWiderThanItsShape() {
        var lines = Lettering.lines("Kundenvereinbarungsprüfung", 12, 88);
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> Lettering.width(line, 12) <= 88);
        assertThat(String.join("", lines).replace("-", "")).isEqualTo("Kundenvereinbarungsprüfung");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> ProcessPicture.of("hello")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessPicture.of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
