package io.partnerflow.steering;

import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Paging;
import io.partnerflow.steering.Funnel.Cohort;
import io.partnerflow.steering.Funnel.Stage;
import io.partnerflow.steering.Funnel.Subject;
import io.partnerflow.web.StaffRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many get how far, month by month, and who they are. */
@Controller
@StaffRoom
@RequestMapping("/staff/figures/funnel")
class FunnelPages {

    private final Funnel funnel;
    private final SteeringTools tools;

    FunnelPages(Funnel funnel, SteeringTools tools) {
        this.funnel = funnel;
        this.tools = tools;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return tools.formats(language);
    }

    /**
     * A stage as it is drawn.
     *
     * @param width   per mille of the widest
     * @param percent of those at the stage before who came here too; null for the first stage, or if none was there
     */
    record Bar(
            Stage stage,
            int width,
            @Nullable Integer percent,
            @Nullable Stage before) {}

    @GetMapping
    String all(AskedFunnel asked, Model page, Locale language) {
        var cohorts = funnel.cohorts(asked);
        var whole = cohorts.get(cohorts.size() - 1);
        page.addAttribute("asked", asked);
        page.addAttribute("stages", asked.kind().stages());
        page.addAttribute("cohorts", cohorts.subList(0, cohorts.size() - 1));
        page.addAttribute("whole", whole);
        page.addAttribute("bars", bars(whole));
        page.addAttribute("months", AskedFunnel.MONTHS);
        page.addAttribute("programmes", tools.programmes(language));
        page.addAttribute("spans", tools.spans(language));
        return "staff/funnel";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> allAsFile(AskedFunnel asked, @RequestParam String format, Locale language) {
        var cohorts = funnel.cohorts(asked);
        var table = Table.<Cohort>named("steering.funnel.title")
                .text(
                        "steering.funnel.month",
                        one -> one.month() == null ? null : one.month().toString());
        for (var place = 0; place < asked.kind().stages().size(); place++) {
            var stage = place;
            table.number(
                    "steering.funnel.stage." + asked.kind().stages().get(stage),
                    one -> one.stages().get(stage).reached());
        }
        return tools.file(format, table, Rows.of(cohorts.subList(0, cohorts.size() - 1)), language);
    }

    @GetMapping("/list")
    String list(AskedFunnel asked, @RequestParam(defaultValue = "0") int page, Model model, Locale language) {
        model.addAttribute("asked", asked);
        model.addAttribute("stages", asked.kind().stages());
        model.addAttribute("stage", asked.kind().stages().get(asked.place()));
        model.addAttribute("found", funnel.list(asked, new Paging(page, Paging.USUAL_SIZE, null, "")));
        model.addAttribute("programmes", tools.programmes(language));
        return "staff/funnel-list";
    }

    @GetMapping(path = "/list", params = "format")
    ResponseEntity<Resource> listAsFile(AskedFunnel asked, @RequestParam String format, Locale language) {
        var programmes = tools.programmes(language);
        var table = Table.<Subject>named("steering.funnel.title")
                .text("steering.funnel.who", Subject::name)
                .text("steering.funnel.subject", Subject::subject)
                .text("steering.programme", one -> programmes.getOrDefault(one.programme(), one.programme()));
        for (var place = 0; place < asked.kind().stages().size(); place++) {
            var stage = place;
            table.moment(
                    "steering.funnel.stage." + asked.kind().stages().get(stage),
                    one -> one.moments().get(stage));
        }
        return tools.file(format, table, Rows.pages(null, "", wanted -> funnel.list(asked, wanted)), language);
    }

    private static List<Bar> bars(Cohort whole) {
        var widest = whole.stages().stream().mapToLong(Stage::reached).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var place = 0; place < whole.stages().size(); place++) {
            var stage = whole.stages().get(place);
            var before = place == 0 ? null : whole.stages().get(place - 1);
            bars.add(new Bar(
                    stage,
                    widest == 0 ? 0 : (int) (1000 * stage.reached() / widest),
                    before == null || before.reached() == 0
                            ? null
                            : (int) Math.round(100.0 * before.on() / before.reached()),
                    before));
        }
        return bars;
    }
}
