package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.conversations.Author;
import io.partnerflow.conversations.Conversations;
import io.partnerflow.conversations.Entry;
import io.partnerflow.conversations.NewMessage;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders/{number}/messages")
@Tag(name = "Orders")
class OrderMessagesController {

    private final Conversations conversations;
    private final CurrentCaller callers;

    OrderMessagesController(Conversations conversations, CurrentCaller callers) {
        this.conversations = conversations;
        this.callers = callers;
    }

    @GetMapping
    @Operation(
            summary = "What was written about an order, latest first",
            description = "Messages of both sides, and the envelopes of the letters that were sent about it.")
    Page<MessageAnswer> all(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return conversations
                .thread(callers.require().reseller(), number, new Paging(page, size, null, ""))
                .map(MessageAnswer::of);
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Write to the vendor about an order",
            description =
                    "The vendor's desk sees it at once and answers on the order's page; whoever has written gets a "
                            + "letter then.")
    ResponseEntity<Written> write(@PathVariable String number, @RequestBody MessageRequest wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var id = conversations.write(
                caller.reseller(),
                new Author(caller.userId().toString(), caller.name()),
                number,
                new NewMessage(UUID.randomUUID(), wanted.text(), Boolean.TRUE.equals(wanted.customerMayRead()), null));
        return ResponseEntity.created(URI.create("/api/v1/orders/" + number + "/messages"))
                .body(new Written(id.orElseThrow()));
    }

    /**
     * @param text            1 to 5,000 characters, plain
     * @param customerMayRead whether the customer's people see it too; they do not if it is left out
     */
    @Schema(name = "NewMessage")
    record MessageRequest(@Nullable String text, @Nullable Boolean customerMayRead) {}

    /** @param id of the message in its thread */
    @Schema(name = "WrittenMessage")
    record Written(long id) {}

    /**
     * @param from      {@code RESELLER}, {@code VENDOR} or {@code LETTER}
     * @param author    who wrote it; null for the vendor's people and for letters
     * @param text      of a message; the subject of a letter
     * @param recipient address a letter went to; null for a message
     */
    @Schema(name = "Message")
    record MessageAnswer(
            long id,
            String from,
            Instant at,
            @Nullable Instant editedAt,
            @Nullable String author,
            String text,
            boolean customerMayRead,
            @Nullable String recipient) {

        static MessageAnswer of(Entry entry) {
            return new MessageAnswer(
                    entry.id(),
                    entry.kind().name(),
                    entry.at(),
                    entry.editedAt(),
                    entry.kind() == Entry.Kind.RESELLER ? entry.name() : null,
                    entry.text(),
                    entry.customerMayRead(),
                    entry.recipient());
        }
    }
}
