"""Getting ready for a buyer: replies to their questions, the brief for a call, the rehearsal."""
