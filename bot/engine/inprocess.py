"""Custom actions in Rasa's own process, behind the same contract as its HTTP action server."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException


class InProcessActions(EndpointConfig):
    """An action endpoint that runs the named package here. ``timeout_s`` bounds one action."""

    def __init__(self, package: str = "actions", timeout_s: float = 15.0) -> None:
        super().__init__(url="inprocess://actions")
        self._executor = ActionExecutor()
        self._executor.register_package(package)
        self._timeout_s = timeout_s

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Run the action that Rasa would have posted; errors come back as HTTP's would."""
        try:
            return await asyncio.wait_for(self._executor.run(kwargs["json"]), self._timeout_s)
        except ActionExecutionRejection as rejected:
            told = json.dumps({"action_name": rejected.action_name, "error": rejected.message})
            raise ClientResponseError(400, "rejected", told) from rejected
        except ActionNotFoundException as unknown:
            raise ClientResponseError(404, "not found", str(unknown)) from unknown
