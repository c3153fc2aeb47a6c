package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.deadlines.DeadlineFeeds;
import io.partnerflow.deadlines.DeadlineFilter;
import io.partnerflow.deadlines.Deadlines;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What ends, renews or can still be done until when, as a list, by the month, and for one's own calendar (W-21). */
@Controller
@RequestMapping("/deadlines")
class DeadlinePages {

    private static final int SIZE = 50;
    private static final int MOST_OF_A_MONTH = 200;
    private static final Set<String> WITHIN = Set.of("30", "90", "180", "all");

    private final Deadlines deadlines;
    private final DeadlineFeeds feeds;
    private final Programmes programmes;
    private final Resellers resellers;
    private final VendorCalendar calendar;
    private final CurrentCaller callers;
    private final MessageSource messages;

    DeadlinePages(
            Deadlines deadlines,
            DeadlineFeeds feeds,
            Programmes programmes,
            Resellers resellers,
            VendorCalendar calendar,
            CurrentCaller callers,
            MessageSource messages) {
        this.deadlines = deadlines;
        this.feeds = feeds;
        this.programmes = programmes;
        this.resellers = resellers;
        this.calendar = calendar;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "90") String within,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "day") String sort,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        var caller = callers.require();
        if (!WITHIN.contains(within)) {
            throw new NotFound("deadlines", within);
        }
        var today = calendar.today();
        var until = "all".equals(within) ? null : today.plusDays(Integer.parseInt(within) + 1L);
        var filter = new DeadlineFilter(today, until, programme, null);
        model.addAttribute("deadlines", deadlines.of(caller.reseller(), filter, new Paging(page, SIZE, sort, search)));
        model.addAttribute("within", within);
        model.addAttribute("programme", programme);
        model.addAttribute("sort", sort);
        model.addAttribute("search", search);
        model.addAttribute("today", today);
        model.addAttribute("feed", feeds.of(caller).orElse(null));
        model.addAttribute("ownPeople", caller.via().isEmpty());
        explain(caller.reseller(), caller.acting().role().mayOrder(), model, language);
        return "portal/deadlines";
    }

    @GetMapping("/calendar")
    String month(@RequestParam(required = false) @Nullable String month, Model model, Locale language) {
        var caller = callers.require();
        var shown = monthOf(month);
        var filter = DeadlineFilter.between(shown.atDay(1), shown.plusMonths(1).atDay(1));
        var found = deadlines.of(caller.reseller(), filter, new Paging(0, MOST_OF_A_MONTH, null, ""));
        model.addAttribute("calendar", MonthCalendar.of(shown, found.items(), calendar.today()));
        model.addAttribute("more", Math.max(0, found.total() - MOST_OF_A_MONTH));
        model.addAttribute("today", calendar.today());
        explain(caller.reseller(), caller.acting().role().mayOrder(), model, language);
        return "portal/deadlines-calendar";
    }

    @PostMapping("/feed")
    String makeFeed(RedirectAttributes next) {
        next.addFlashAttribute("feedAddress", feeds.create(callers.require()));
        return "redirect:/deadlines#feed";
    }

    @PostMapping("/feed/revocation")
    String revokeFeed(RedirectAttributes next, Locale language) {
        feeds.revoke(callers.require());
        next.addFlashAttribute(
                "flash", new Shell.Flash("good", messages.getMessage("portal.deadlines.feed.revoked", null, language)));
        return "redirect:/deadlines";
    }

    private void explain(UUID reseller, boolean mayOrder, Model model, Locale language) {
        var sold = programmes.all().stream()
                .filter(policy -> resellers.terms(reseller, policy.code()).isPresent())
                .collect(Collectors.toMap(ProgrammePolicy::code, policy -> programmes.name(policy.code(), language)));
        model.addAttribute("programmes", Map.copyOf(sold));
        model.addAttribute("mayOrder", mayOrder);
    }

    private YearMonth monthOf(@Nullable String typed) {
        try {
            return typed == null ? YearMonth.from(calendar.today()) : within(YearMonth.parse(typed));
        } catch (DateTimeException unknown) {
            throw new NotFound("month", typed);
        }
    }

    private static YearMonth within(YearMonth month) {
        if (month.getYear() < LocalDate.EPOCH.getYear() || month.getYear() > 2999) {
            throw new DateTimeException("nothing of ours falls into " + month);
        }
        return month;
    }
}
