package io.partnerflow.operations;

import io.partnerflow.bankfiles.BankFileRefused;
import io.partnerflow.documents.Vendor;
import io.partnerflow.payments.BankStatement;
import io.partnerflow.payments.BankStatements;
import io.partnerflow.payments.StatementPreview;
import io.partnerflow.shared.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the billing desk takes in what the bank says. */
@Controller
@RequestMapping("/staff/payments")
class PaymentPages {

    private static final int MOST_STATEMENTS = 50;
    private static final int MOST_QUESTIONS = 100;

    private final BankStatements statements;
    private final StatementPreview preview;
    private final LatePayers late;
    private final MessageSource messages;
    private final Vendor vendor;

    PaymentPages(
            BankStatements statements,
            StatementPreview preview,
            LatePayers late,
            MessageSource messages,
            Vendor vendor) {
        this.statements = statements;
        this.preview = preview;
        this.late = late;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("statements", statements.newest(MOST_STATEMENTS));
        model.addAttribute("late", late.now());
        return "staff/payments";
    }

    @PostMapping
    String upload(
            @RequestParam("file") MultipartFile file,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        if (file.isEmpty()) {
            return refused(List.of(text("operations.payments.no-file", language)), model, response);
        }
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var taken = statements.take(content, sha256(file), name, login.getName());
            next.addFlashAttribute("known", taken.known());
            return "redirect:/staff/payments/" + taken.number();
        } catch (BankFileRefused bad) {
            return refused(
                    bad.problems().stream()
                            .map(problem -> inWords(problem, language))
                            .toList(),
                    model,
                    response);
        }
    }

    private String refused(List<String> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", problems);
        return list(model);
    }

    private String inWords(BankFileRefused.Problem problem, Locale language) {
        var words = text("bankfile." + problem.code(), language, problem.args().toArray());
        return problem.line() == 0 ? words : text("operations.payments.line", language, problem.line()) + " " + words;
    }

    @GetMapping("/{number}")
    String statement(@PathVariable String number, Model model, HttpServletResponse response) {
        var statement = statements.get(number);
        if (statement.status() == BankStatement.Status.BOOKING) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("statement", statement);
        model.addAttribute(
                "preview",
                statement.status() == BankStatement.Status.READ
                        ? preview.of(number, MOST_QUESTIONS)
                        : preview.booked(number, MOST_QUESTIONS));
        return "staff/statement";
    }

    @PostMapping("/{number}/booking")
    String book(@PathVariable String number, Authentication login) {
        statements.confirm(number, login.getName());
        return "redirect:/staff/payments/" + number;
    }

    @PostMapping("/{number}/discarding")
    String discard(@PathVariable String number, Locale language, RedirectAttributes next) {
        statements.discard(number);
        next.addFlashAttribute("done", text("operations.payments.discarded", language));
        return "redirect:/staff/payments";
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }

    /** Read through once before it is read for what it says: a file that is known already is not taken again. */
    private static String sha256(MultipartFile file) throws IOException {
        try (var content = new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
