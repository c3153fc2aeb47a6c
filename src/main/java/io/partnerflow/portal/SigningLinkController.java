package io.partnerflow.portal;

import io.partnerflow.agreements.ContractSigning;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What the link in the letter to who signs leads to: the paper, and the ways to sign it. Nobody logs in here. */
@Controller
@RequestMapping("/link/contract-signature/{secret}")
class SigningLinkController {

    private final ContractSigning signing;
    private final Documents documents;
    private final PageProblems problems;
    private final MessageSource messages;
    private final Vendor vendor;
    private final Looks looks;

    SigningLinkController(
            ContractSigning signing,
            Documents documents,
            PageProblems problems,
            MessageSource messages,
            Vendor vendor,
            Looks looks) {
        this.signing = signing;
        this.documents = documents;
        this.problems = problems;
        this.messages = messages;
        this.vendor = vendor;
        this.looks = looks;
    }

    @GetMapping
    ModelAndView look(@PathVariable String secret, Locale language) {
        try {
            return page(secret, HttpStatus.OK, language);
        } catch (NotFound ended) {
            return new ModelAndView("portal/signing-ended", HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/agreement.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String secret) {
        var paper = signing.paper(secret);
        return DocumentPages.asFile(paper, documents.content(paper.id()));
    }

    @GetMapping("/pages/{page}.png")
    ResponseEntity<byte[]> picture(@PathVariable String secret, @PathVariable int page) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(signing.picture(secret, page));
    }

    @PostMapping
    ModelAndView sign(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean agreed,
            HttpServletRequest request,
            Locale language) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        try {
            signing.sign(secret, new ContractSigning.Given(name, agreed, request.getRemoteAddr(), agent));
        } catch (Invalid invalid) {
            var page = page(secret, HttpStatus.UNPROCESSABLE_ENTITY, language);
            page.addObject("problems", PageProblems.byField(problems.of(invalid, field -> field, language)));
            page.addObject("typed", Objects.requireNonNullElse(name, ""));
            page.addObject("agreed", agreed);
            return page;
        } catch (NotFound | OptimisticLockingFailureException overtaken) {
            return standing(secret);
        }
        return standing(secret);
    }

    @PostMapping("/file")
    ModelAndView upload(@PathVariable String secret, @RequestParam("file") MultipartFile file, Locale language)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            signing.upload(secret, file.getBytes(), name);
        } catch (UploadRefused refused) {
            var page = page(secret, HttpStatusCode.valueOf(refused.status()), language);
            page.addObject("uploadProblem", sentence(refused, language));
            return page;
        } catch (NotFound | Conflict | OptimisticLockingFailureException overtaken) {
            return standing(secret);
        }
        var thanks = new ModelAndView("portal/signing-ended");
        thanks.addObject("received", true);
        return thanks;
    }

    private String sentence(UploadRefused refused, Locale language) {
        return messages.getMessage("upload." + refused.code(), refused.args().toArray(), language);
    }

    private ModelAndView page(String secret, HttpStatusCode status, Locale language) {
        var page = new ModelAndView("portal/signing-contract", status);
        var view = signing.look(secret, language);
        page.addObject("view", view);
        page.addObject("look", looks.of(view.resellerId()));
        page.addObject("secret", secret);
        page.addObject("vendor", vendor);
        page.addObject("problems", Map.of());
        return page;
    }

    /** The page itself says how it stands: signed now or a moment ago, renewed, lapsed, void, or never there. */
    private static ModelAndView standing(String secret) {
        return new ModelAndView("redirect:/link/contract-signature/" + secret);
    }
}
