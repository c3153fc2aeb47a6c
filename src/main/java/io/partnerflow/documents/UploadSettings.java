package io.partnerflow.documents;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one uploaded file may cost.
 *
 * @param largest     file that is taken
 * @param longest     time its check may take
 * @param largestPart unpacked size of one stream inside a PDF that has to be unpacked to check it
 * @param atOnce      files checked at the same time
 */
@Validated
@ConfigurationProperties("partnerflow.upload")
record UploadSettings(
        @NotNull @DefaultValue("10MB") DataSize largest,
        @NotNull @DefaultValue("5s") Duration longest,
        @NotNull @DefaultValue("16MB") DataSize largestPart,
        @Min(1) @DefaultValue("2") int atOnce) {}
