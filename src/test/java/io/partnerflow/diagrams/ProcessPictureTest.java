package io.partnerflow.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.State;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        var process = new ProcessDiagram(
                "order",
                "Order",
                Files.readString(Path.of("processes/order.bpmn")),
                List.of(
                        new ElementState("startEvent_orderStarted", State.DONE, 1, NOW),
                        new ElementState("gateway_bothNeeded", State.DONE, 1, NOW),
                        new ElementState("receiveTask_receiveOrderForm", State.WAITING, 1, NOW),
                        new ElementState("callActivity_signedAgreement", State.RUNNING, 1, NOW),
                        new ElementState("serviceTask_suspendAccount", State.FAILED, 1, NOW)));
        var picture = ProcessPicture.of(process);
        Files.writeString(Path.of("target/order-in-progress.svg"), picture); // to look at
        assertThat(picture)
                .contains("<g class=\"startEvent done\" data-element=\"startEvent_orderStarted\">")
                .contains("<g class=\"sequenceFlow done\" data-element=\"flow_orderStartedToBothNeeded\">")
                .contains("<g class=\"receiveTask waiting\" data-element=\"receiveTask_receiveOrderForm\">")
                .contains("<g class=\"callActivity running\" data-element=\"callActivity_signedAgreement\">")
                .contains("<g class=\"serviceTask failed\" data-element=\"serviceTask_suspendAccount\">")
                .contains("<g class=\"userTask ahead\" data-element=\"userTask_checkOrder\">");
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
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> ProcessPicture.of("hello")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessPicture.of("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
