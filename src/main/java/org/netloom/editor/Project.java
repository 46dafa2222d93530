package org.netloom.editor;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Design;
import org.netloom.design.Value;

/**
 * A project: one design, one training plan and the runs made of them.
 *
 * @param template id of the template it began from
 * @param revision raised by one with every change of the design
 * @param archived whether it is to be read only, and not in the list
 * @param plan settings that differ from their defaults
 */
public record Project(
        UUID id,
        UUID workspace,
        String name,
        boolean archived,
        Optional<String> template,
        Design design,
        long revision,
        Map<String, Value> plan,
        long planRevision,
        Instant touchedAt,
        Optional<String> touchedBy) {}
