package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.exports.Table;
import io.partnerflow.orders.Assortment;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.trials.TrialFilter;
import io.partnerflow.trials.TrialList;
import io.partnerflow.trials.TrialRow;
import io.partnerflow.trials.TrialStage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reseller's trials, those that end first, first. */
@Controller
@RequestMapping("/trials")
class TrialLists {

    private static final int SIZE = 25;
    private static final Map<String, Integer> WITHIN = Map.of("7", 7, "14", 14, "30", 30);
    private static final Table<TrialRow> COLUMNS = Table.<TrialRow>named("portal.trials.title")
            .text("portal.trials.number", TrialRow::number)
            .text("portal.trials.customer", TrialRow::customerName)
            .word("portal.trials.state", trial -> "portal.trial.state." + trial.status())
            .number("portal.trials.people", TrialRow::people)
            .moment("portal.trials.started", TrialRow::startedAt)
            .day("portal.trials.last-day", TrialRow::lastDay)
            .number("portal.trials.extensions", TrialRow::extensions)
            .day("portal.trials.deleted-on", TrialRow::purgeOn)
            .text("portal.trials.order", TrialRow::orderNumber);

    private final TrialList trials;
    private final Assortment assortment;
    private final ListFiles files;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    TrialLists(
            TrialList trials,
            Assortment assortment,
            ListFiles files,
            CurrentCaller callers,
            VendorCalendar calendar,
            MessageSource messages) {
        this.trials = trials;
        this.assortment = assortment;
        this.files = files;
        this.callers = callers;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @param within days until the last one; empty or unknown for all */
    record Asked(
            @Nullable String stage,
            @Nullable String programme,
            @Nullable String within,
            @Nullable String search,
            @Nullable String sort) {

        private TrialFilter filter(LocalDate today) {
            var days = WITHIN.get(within == null ? "" : within);
            return new TrialFilter(
                    TrialStage.ofTab(stage == null ? "" : stage).orElse(null),
                    programme == null ? "" : programme,
                    days == null ? null : today.plusDays(days));
        }

        private boolean narrowed() {
            return Stream.of(programme, within, search).anyMatch(asked -> asked != null && !asked.isBlank());
        }

        private String searched() {
            return search == null ? "" : search;
        }
    }

    @GetMapping
    String list(
            Asked asked,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute("here") Here here,
            Model model,
            Locale language) {
        var caller = callers.require();
        var filter = asked.filter(calendar.today());
        var counts = trials.counts(caller.reseller(), filter, asked.searched());
        model.addAttribute(
                "trials", trials.of(caller.reseller(), filter, new Paging(page, SIZE, asked.sort(), asked.searched())));
        model.addAttribute("tabs", tabs(counts, filter.stage(), here, language));
        model.addAttribute("asked", asked);
        model.addAttribute("narrowed", asked.narrowed());
        model.addAttribute("any", counts.values().stream().anyMatch(count -> count > 0));
        model.addAttribute("programmes", programmes(caller.reseller(), language));
        model.addAttribute("today", calendar.today());
        model.addAttribute("mayOrder", caller.acting().role().mayOrder());
        model.addAttribute("sells", CustomerSales.of(assortment, caller.reseller()));
        return "portal/trials-list";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(Asked asked, @RequestParam String format, Locale language, ZoneId zone) {
        var reseller = callers.require().reseller();
        var paging = new Paging(0, SIZE, asked.sort(), asked.searched());
        return files.of(
                format,
                COLUMNS,
                (most, taker) -> trials.each(reseller, asked.filter(calendar.today()), paging, most, taker),
                language,
                zone);
    }

    private List<Shell.Item> tabs(
            Map<TrialStage, Long> counts, @Nullable TrialStage current, Here here, Locale language) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var tabs = Arrays.stream(TrialStage.values())
                .map(stage -> new Shell.Item(
                        messages.getMessage("portal.trials.tab." + stage.tab(), null, language),
                        here.with("stage", stage.tab()),
                        stage == current,
                        exact(counts.get(stage))))
                .collect(Collectors.toCollection(ArrayList::new));
        var every = messages.getMessage("portal.trials.tab.all", null, language);
        tabs.add(0, new Shell.Item(every, here.without("stage"), current == null, exact(all)));
        return tabs;
    }

    /** What is counted no further is not shown as if it were all. */
    private static @Nullable Long exact(long count) {
        return count > Paging.REACH ? null : count;
    }

    private Map<String, String> programmes(UUID reseller, Locale language) {
        return assortment.withTrial(reseller).stream()
                .collect(Collectors.toMap(
                        ProgrammePolicy::code,
                        policy -> messages.getMessage("programme." + policy.code(), null, policy.name(), language)));
    }
}
